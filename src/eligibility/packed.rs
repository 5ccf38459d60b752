//! Diagrams as a published catalogue holds them: compiled once, when it is bundled.

use super::{
    Diagram, Diagrams, Link, Root, Variable,
    classes::{Atom, Classes, MOST_CLASSES},
};
use crate::{answers::Chosen, json::Reader, questionnaire::QuestionIndex, span::Span};
use serde_json::{Value, json};
use std::sync::Arc;

impl Diagram {
    /// The root as JSON: 0 for never, 1 for always, and 2 more than the position of a node in [`Diagram::pack_all`].
    pub fn pack(&self) -> Value {
        json!(self.root.0.0)
    }

    /// All that the rules of this one's catalogue share, as JSON: `[[[question, classes]…], [[variable, branch…]…]]`.
    /// A branch is written as a root is.
    pub fn pack_all(&self) -> Value {
        let variables = self.all.variables.iter();
        let variables = variables.map(|variable| json!([variable.question.0, variable.classes.pack()]));
        let nodes = self.all.nodes.iter().map(|node| {
            let branches = self.all.branches(node).iter().map(|link| link.0);
            std::iter::once(node.variable).chain(branches).collect::<Vec<_>>()
        });
        json!([variables.collect::<Vec<_>>(), nodes.collect::<Vec<_>>()])
    }

    /// A rule by its root. The reader fails when it points nowhere.
    pub fn unpack(reader: &mut Reader, all: &Arc<Diagrams>) -> Self {
        Self { all: Arc::clone(all), root: Root(all.link(reader)) }
    }
}

impl Diagrams {
    /// What [`Diagram::pack_all`] wrote. The reader fails when a part is missing or points nowhere.
    pub fn unpack(reader: &mut Reader, questions: usize) -> Self {
        let mut all = Self::default();
        reader.into_list();
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            let question = QuestionIndex(reader.position(questions));
            all.variables.push(Variable { question, classes: Classes::unpack(reader) });
            reader.leave();
        }
        reader.into_list();
        let mut branches = Vec::new();
        while reader.has_more() {
            all.read_node(reader, &mut branches);
        }
        reader.leave();
        all
    }

    /// A node of a variable there is, with a branch for each of its classes. The list is of no meaning after.
    fn read_node(&mut self, reader: &mut Reader, branches: &mut Vec<Link>) {
        reader.into_list();
        let variable = reader.position(self.variables.len());
        branches.clear();
        while reader.has_more() {
            branches.push(self.link(reader));
        }
        match self.variables.get(variable).filter(|found| found.classes.len() == branches.len()) {
            Some(found) => drop(self.add(variable, found.question, branches)),
            None => reader.fail(),
        }
    }

    /// A link to an end, or to one of the nodes before.
    fn link(&self, reader: &mut Reader) -> Link {
        Link(reader.position(self.nodes.len() + 2) as u32)
    }
}

impl Classes {
    /// As JSON: `[count, [[from, to, class]…], [[kind, options, options from the 33rd on]…], [[0 or 1…]…]]`.
    /// Numbers have intervals with their classes; sets have atoms, and for each class the row of their truth values.
    fn pack(&self) -> Value {
        let pieces = self.pieces.iter().map(|(piece, class)| json!([piece.from, piece.to, class]));
        // Of classes of numbers only the intervals are needed: no rule is compiled from them.
        let is_sets = self.pieces.is_empty();
        let atoms = self.atoms.iter().filter(|_| is_sets).map(|atom| match atom {
            Atom::Within(_) => json!([0, 0, 0]),
            Atom::AnyOf(options) => json!([1, *options as u32, options >> 32]),
            Atom::AllOf(options) => json!([2, *options as u32, options >> 32]),
        });
        let rows = self.rows.iter().filter(|_| is_sets);
        let rows = rows.map(|row| row.iter().map(|holds| u8::from(*holds)).collect::<Vec<_>>());
        json!([self.rows.len(), pieces.collect::<Vec<_>>(), atoms.collect::<Vec<_>>(), rows.collect::<Vec<_>>()])
    }

    fn unpack(reader: &mut Reader) -> Self {
        let mut classes = Self { atoms: Vec::new(), rows: Vec::new(), pieces: Vec::new() };
        reader.into_list();
        let count = reader.position(MOST_CLASSES + 1);
        if count == 0 {
            reader.fail();
        }
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            let piece = Span::new(reader.number(), reader.number());
            classes.pieces.push((piece, reader.position(count)));
            reader.leave();
        }
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            let is_all = reader.position(3) == 2;
            let options = Chosen::from(reader.number()) | Chosen::from(reader.number()) << 32;
            classes.atoms.push(if is_all { Atom::AllOf(options) } else { Atom::AnyOf(options) });
            reader.leave();
        }
        reader.into_list();
        while reader.has_more() {
            let mut row = Vec::new();
            reader.into_list();
            while reader.has_more() {
                row.push(reader.number() == 1);
            }
            classes.rows.push(row);
        }
        reader.leave();
        classes.rows.resize(count, Vec::new());
        classes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagram_comes_back_as_it_was_with_options_beyond_the_32nd() {
        let atoms = vec![Atom::AnyOf(1 | 1 << 40), Atom::AllOf(1 << 63 | 1 << 31)];
        let rows = vec![vec![false, false], vec![false, true], vec![true, true]];
        let classes = Classes { atoms, rows, pieces: Vec::new() };
        let variables = vec![Variable { question: QuestionIndex(3), classes }];
        let mut all = Diagrams { variables, ..Diagrams::default() };
        for branches in [[Link::NOT_MET, Link::MET, Link::NOT_MET], [Link::to(0), Link::MET, Link::to(0)]] {
            all.add(0, QuestionIndex(3), &branches);
        }
        let diagram = Diagram { all: Arc::new(all), root: Root(Link::to(1)) };
        let packed = json!([diagram.pack_all(), diagram.pack()]).to_string();
        let unpack = |questions| {
            let mut reader = Reader::new(&packed);
            reader.into_list();
            let all = Arc::new(Diagrams::unpack(&mut reader, questions));
            let unpacked = Diagram::unpack(&mut reader, &all);
            reader.leave();
            reader.end();
            (!reader.is_failed()).then(|| json!([unpacked.pack_all(), unpacked.pack()]).to_string())
        };
        assert_eq!(unpack(4).as_ref(), Some(&packed));
        assert_eq!(unpack(3), None, "no such question");
    }
}
