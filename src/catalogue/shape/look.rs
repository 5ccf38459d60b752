//! Holds a tree against a shape, and tells all that doesn't fit.

use super::{Known, Shape, Shapes, words};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Spot, Words},
        tree::{Field, Json, Node},
    },
    id::nearest,
    says,
};
use std::collections::BTreeSet;

pub(super) fn misfits(shapes: &Shapes, root: &Node, file: &Spot) -> Vec<Diagnostic> {
    let mut look = Look { shapes, file, path: Vec::new(), found: Vec::new() };
    look.at(root, &shapes.root);
    look.found
}

struct Look<'s, 't> {
    shapes: &'s Shapes,
    file: &'s Spot<'s>,
    /// How we came here: a pointer is only made of it when there is something to tell.
    path: Vec<Step<'t>>,
    found: Vec<Diagnostic>,
}

#[derive(Clone, Copy)]
enum Step<'t> {
    Key(&'t str),
    Position(usize),
}

impl<'s, 't> Look<'s, 't> {
    fn tell(&mut self, code: &'static str, (message, help): (Words, Words)) {
        let spot = self.path.iter().fold(self.file.clone(), |spot, step| match step {
            Step::Key(key) => spot.at(key),
            Step::Position(position) => spot.at(position),
        });
        self.found.push(spot.error(code, message, help));
    }

    fn inside(&mut self, step: Step<'t>, look: impl FnOnce(&mut Self)) {
        self.path.push(step);
        look(self);
        self.path.pop();
    }

    fn at(&mut self, node: &'t Node, shape: &'s Shape) {
        if node.value == Json::TooDeep {
            return self.tell("wrong-type", words::too_deep());
        }
        match (shape, &node.value) {
            (Shape::Any, _) | (Shape::Text, Json::Text(_)) | (Shape::Bool, Json::Bool(_)) => {}
            (Shape::Maybe(_), Json::Null) => {}
            (Shape::Maybe(inner), _) => self.at(node, inner),
            (Shape::Named(_), _) => self.at(node, self.shapes.itself(shape)),
            (Shape::Whole { least, most }, Json::Number(written)) => self.number(written, *least, *most),
            (Shape::Word(known) | Shape::WordOr(known, _), Json::Text(word)) => {
                if known.iter().all(|one| one != word) {
                    self.tell("unknown-word", words::unknown_word(word, known));
                }
            }
            (Shape::WordOr(_, inner), Json::List(_)) => self.at(node, inner),
            (Shape::List(inner), Json::List(items)) => {
                for (position, item) in items.iter().enumerate() {
                    self.inside(Step::Position(position), |look| look.at(item, inner));
                }
            }
            (Shape::Map(inner), Json::Block(fields)) => {
                self.tell_repeated(fields);
                for field in fields {
                    self.inside(Step::Key(&field.key), |look| look.at(&field.value, inner));
                }
            }
            (Shape::Block(known), Json::Block(_)) => self.block(node, known),
            (Shape::OneOf(known), Json::Block(fields)) => self.rule(fields, known),
            (
                Shape::Text | Shape::Bool | Shape::Whole { .. } | Shape::Word(_) | Shape::WordOr(..) | Shape::List(_),
                _,
            )
            | (Shape::Map(_) | Shape::Block(_) | Shape::OneOf(_), _) => {
                self.tell("wrong-type", words::wrong_type(&node.value, shape, self.shapes));
            }
        }
    }

    fn number(&mut self, written: &str, least: i64, most: i64) {
        let fits = written.parse::<i64>().is_ok_and(|number| (least..=most).contains(&number));
        if !fits {
            let field = self.path.iter().rev().find_map(|step| match step {
                Step::Key(key) => Some(*key),
                Step::Position(_) => None,
            });
            self.tell("wrong-number", words::wrong_number(written, field.unwrap_or_default()));
        }
    }

    fn tell_repeated(&mut self, fields: &'t [Field]) {
        let mut seen = BTreeSet::new();
        for field in fields {
            if !seen.insert(&field.key) {
                self.inside(Step::Key(&field.key), |look| {
                    let message = says!(
                        "het veld `{}` staat er twee keer",
                        "the field `{}` is there twice",
                        words::shown(&field.key)
                    );
                    look.tell(
                        "repeated-field",
                        (message, says!("haal een van de twee weg", "take out one of the two")),
                    );
                });
            }
        }
    }

    fn block(&mut self, node: &'t Node, known: &'s [Known]) {
        let Json::Block(fields) = &node.value else { return };
        self.tell_repeated(fields);
        let is_missing = |name: &str| fields.iter().all(|field| field.key != name);
        let mut meant = BTreeSet::new();
        for field in fields.iter().filter(|field| known.iter().all(|one| one.name != field.key)) {
            let names = || known.iter().map(|one| one.name.as_str());
            // A field that is missing is the one that was meant, before one that is there.
            let near = nearest(&field.key, names().filter(|name| is_missing(name)));
            let near = near.or_else(|| nearest(&field.key, names()));
            meant.extend(near);
            let told = words::unknown_field(&field.key, near, known, self.shapes);
            self.inside(Step::Key(&field.key), |look| look.tell("unknown-field", told));
        }
        for one in known {
            match node.field(&one.name) {
                Some(field) => self.inside(Step::Key(&field.key), |look| look.at(&field.value, &one.shape)),
                // A typo is told as a typo, not also as a field that is missing.
                None if one.needed && !meant.contains(one.name.as_str()) => {
                    self.tell("missing-field", words::missing_field(one, self.shapes));
                }
                None => {}
            }
        }
    }

    fn rule(&mut self, fields: &'t [Field], known: &'s [Known]) {
        let Some(first) = fields.first() else {
            return self.tell("wrong-rule", words::empty_rule());
        };
        for field in fields.iter().skip(1) {
            let told = words::second_rule(&first.key, &field.key);
            self.inside(Step::Key(&field.key), |look| look.tell("wrong-rule", told));
        }
        for field in fields {
            self.inside(Step::Key(&field.key), |look| match known.iter().find(|one| one.name == field.key) {
                Some(one) => look.at(&field.value, &one.shape),
                None => {
                    let names: Vec<String> = known.iter().map(|one| one.name.clone()).collect();
                    look.tell("unknown-word", words::unknown_rule(&field.key, &names));
                }
            });
        }
    }
}
