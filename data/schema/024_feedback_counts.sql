-- What is counted stands in the index: a hall's answers are not looked up one by one.
DROP INDEX feedback_answers_form;
CREATE INDEX feedback_answers_form ON feedback_answers (event_id, session_id, question, value);
