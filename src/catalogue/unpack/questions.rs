//! The questions out of a published catalogue.

use super::{MOST_OPTIONS, Unpacker};
use crate::{
    id::{OptionId, QuestionId},
    json::Reader,
    questionnaire::{AnswerOption, Kind, Question, Questionnaire, Questions, Topic, TopicIndex, Unit},
    span::Span,
};

impl Unpacker<'_> {
    pub(super) fn questionnaire(&self, topics: &mut Reader, questions: &mut Reader) -> Questionnaire {
        let mut questionnaire = Questionnaire::default();
        topics.into_list();
        while topics.has_more() {
            topics.into_list();
            questionnaire.topics.push(Topic { id: topics.text(), name: self.text(topics) });
            topics.leave();
        }
        questions.into_list();
        while questions.has_more() {
            if let Some(question) = self.question(questions, questionnaire.topics.len()) {
                questionnaire.questions.push(question);
            }
        }
        if questionnaire.questions.len() > Questions::MOST {
            questions.fail();
        }
        questionnaire
    }

    fn question(&self, reader: &mut Reader, topics: usize) -> Option<Question> {
        reader.into_list();
        let Some(id) = QuestionId::new(&reader.text()) else {
            reader.fail();
            return None;
        };
        let kind = match (reader.number(), reader.number()) {
            (0, _) => Kind::Single,
            (1, _) => Kind::Multi,
            (2, _) => Kind::Place,
            (_, 0) => Kind::Range(Unit::Years),
            (_, 1) => Kind::Range(Unit::HoursPerWeek),
            (_, 2) => Kind::Range(Unit::Months),
            _ => Kind::Range(Unit::Weeks),
        };
        let topic = TopicIndex(reader.position(topics));
        let group = reader.may_text();
        let (text, short) = (self.text(reader), self.text(reader));
        let (hint, why) = (self.may_text(reader), self.text(reader));
        let mut options = Vec::new();
        reader.into_list();
        while reader.has_more() {
            options.extend(self.option(reader));
        }
        let eased_by = reader.positions(MOST_OPTIONS);
        let carries = reader.flag();
        reader.leave();
        if options.len() > MOST_OPTIONS {
            reader.fail();
        }
        Some(Question { id, kind, topic, group, text, short, hint, why, options, eased_by, carries })
    }

    fn option(&self, reader: &mut Reader) -> Option<AnswerOption> {
        reader.into_list();
        let Some(id) = OptionId::new(&reader.text()) else {
            reader.fail();
            return None;
        };
        let (text, short, says) = (self.text(reader), self.may_text(reader), self.may_text(reader));
        let span = Span::new(reader.number(), reader.number());
        let (alone, weight) = (reader.flag(), reader.position(3) as u8);
        reader.leave();
        Some(AnswerOption { id, text, short, says, span, alone, weight })
    }
}
