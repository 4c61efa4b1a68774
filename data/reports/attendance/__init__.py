"""The attendance list as a document: PDF for the signatures, XLSX for the treasurer, CSV for other programs.

``roll.py`` is what all three show. Whatever stands in them is Indonesian: they go into Indonesian files.
"""
