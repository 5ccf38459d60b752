//! Diagrams as a published catalogue holds them: compiled once, when it is bundled.

use super::{
    Diagram, Link, Node, Variable,
    classes::{Atom, Classes, MOST_CLASSES},
};
use crate::{answers::Chosen, json::Reader, questionnaire::QuestionIndex, span::Span};
use serde_json::{Value, json};

impl Diagram {
    /// The diagram as JSON: `[[[question, classes]…], [[variable, branch…]…], root]`.
    /// A branch is 0 for not met, 1 for met, and 2 more than the position of a node.
    pub fn pack(&self) -> Value {
        let variables = self.variables.iter().map(|variable| json!([variable.question.0, variable.classes.pack()]));
        let nodes = self.nodes.iter().map(|node| {
            let branches = node.branches.iter().map(|link| link.pack());
            std::iter::once(node.variable).chain(branches).collect::<Vec<_>>()
        });
        json!([variables.collect::<Vec<_>>(), nodes.collect::<Vec<_>>(), self.root.pack()])
    }

    /// The diagram of such JSON. The reader fails when a part is missing or points nowhere.
    pub fn unpack(reader: &mut Reader, questions: usize) -> Self {
        let mut diagram = Self { variables: Vec::new(), nodes: Vec::new(), root: Link::End(false) };
        reader.into_list();
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            let question = QuestionIndex(reader.position(questions));
            diagram.variables.push(Variable { question, classes: Classes::unpack(reader) });
            reader.leave();
        }
        reader.into_list();
        while reader.has_more() {
            let node = diagram.node(reader);
            diagram.nodes.push(node);
        }
        diagram.root = diagram.link(reader);
        reader.leave();
        diagram
    }

    /// A node of a variable there is, with a branch for each of its classes.
    fn node(&self, reader: &mut Reader) -> Node {
        reader.into_list();
        let variable = reader.position(self.variables.len());
        let mut branches = Vec::new();
        while reader.has_more() {
            branches.push(self.link(reader));
        }
        if self.variables.get(variable).is_none_or(|variable| variable.classes.len() != branches.len()) {
            reader.fail();
        }
        Node { variable, branches }
    }

    /// A link to an end, or to one of the nodes before.
    fn link(&self, reader: &mut Reader) -> Link {
        match reader.position(self.nodes.len() + 2) {
            0 => Link::End(false),
            1 => Link::End(true),
            position => Link::Node(position - 2),
        }
    }
}

impl Link {
    fn pack(self) -> usize {
        match self {
            Self::End(met) => usize::from(met),
            Self::Node(index) => index + 2,
        }
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
        let nodes = vec![
            Node { variable: 0, branches: vec![Link::End(false), Link::End(true), Link::End(false)] },
            Node { variable: 0, branches: vec![Link::Node(0), Link::End(true), Link::Node(0)] },
        ];
        let variables = vec![Variable { question: QuestionIndex(3), classes }];
        let diagram = Diagram { variables, nodes, root: Link::Node(1) };
        let packed = diagram.pack().to_string();
        let unpack = |questions| {
            let mut reader = Reader::new(&packed);
            let unpacked = Diagram::unpack(&mut reader, questions);
            reader.end();
            (!reader.is_failed()).then_some(unpacked)
        };
        assert_eq!(unpack(4), Some(diagram));
        assert_eq!(unpack(3), None, "no such question");
    }
}
