"""Methods of the Bot API 10.0 that the emulator does not have.

They are refused by name: a silent "True" would let a bot pass that fails at Telegram's.
"""

from bot.rehearsal.names import names

NOT_EMULATED = names(
    """
    addstickertoset answerguestquery answerwebappquery approvesuggestedpost banchatsenderchat
    convertgifttostars createchatsubscriptioninvitelink createnewstickerset declinesuggestedpost
    deletebusinessmessages deletechatstickerset deletestickerfromset deletestickerset deletestory
    editchatsubscriptioninvitelink editmessagechecklist editstory edituserstarsubscription
    getavailablegifts getbusinessaccountgifts getbusinessaccountstarbalance getbusinessconnection
    getchatgifts getcustomemojistickers getforumtopiciconstickers getgamehighscores
    getmanagedbotaccesssettings getmanagedbottoken getmystarbalance getstartransactions getstickerset
    getuserchatboosts getusergifts getuserpersonalchatmessages getuserprofileaudios
    giftpremiumsubscription poststory readbusinessmessage refundstarpayment
    removebusinessaccountprofilephoto removechatverification removemyprofilephoto removeuserverification
    replacemanagedbottoken replacestickerinset repoststory savepreparedinlinemessage
    savepreparedkeyboardbutton sendchecklist sendgame sendgift sendlivephoto sendmessagedraft
    sendpaidmedia setbusinessaccountbio setbusinessaccountgiftsettings setbusinessaccountname
    setbusinessaccountprofilephoto setbusinessaccountusername setchatstickerset
    setcustomemojistickersetthumbnail setgamescore setmanagedbotaccesssettings setmyprofilephoto
    setpassportdataerrors setstickeremojilist setstickerkeywords setstickermaskposition
    setstickerpositioninset setstickersetthumbnail setstickersettitle setuseremojistatus
    transferbusinessaccountstars transfergift unbanchatsenderchat upgradegift uploadstickerfile
    verifychat verifyuser
    """
)
