//! Diagrams as a published catalogue holds them: compiled once, when it is bundled.

use super::{Diagram, Link, Node, Variable, classes::Classes};
use crate::questionnaire::QuestionIndex;
use serde_json::{Value, json};

impl Diagram {
    /// The diagram as JSON: `[[question, classes]…], [[variable, branch…]…], root`.
    /// A branch is 0 for not met, 1 for met, and 2 more than the position of a node.
    pub fn pack(&self) -> Value {
        let variables = self.variables.iter().map(|variable| json!([variable.question.0, variable.classes.pack()]));
        let nodes = self.nodes.iter().map(|node| {
            let branches = node.branches.iter().map(|link| link.pack());
            std::iter::once(node.variable).chain(branches).collect::<Vec<_>>()
        });
        json!([variables.collect::<Vec<_>>(), nodes.collect::<Vec<_>>(), self.root.pack()])
    }

    /// The diagram of such JSON; `None` when a part is missing or points nowhere.
    pub fn unpack(packed: &Value, questions: usize) -> Option<Self> {
        let [variables, nodes, root] = packed.as_array()?.as_slice() else { return None };
        let variables: Vec<Variable> =
            variables.as_array()?.iter().map(|packed| variable(packed, questions)).collect::<Option<_>>()?;
        let mut unpacked: Vec<Node> = Vec::new();
        for packed in nodes.as_array()? {
            let (variable, branches) = packed.as_array()?.split_first()?;
            let variable = variable.as_u64()? as usize;
            let branches: Vec<Link> =
                branches.iter().map(|link| Link::unpack(link, unpacked.len())).collect::<Option<_>>()?;
            if branches.len() != variables.get(variable)?.classes.len() || branches.is_empty() {
                return None;
            }
            unpacked.push(Node { variable, branches });
        }
        let root = Link::unpack(root, unpacked.len())?;
        Some(Self { variables, nodes: unpacked, root })
    }
}

fn variable(packed: &Value, questions: usize) -> Option<Variable> {
    let [question, classes] = packed.as_array()?.as_slice() else { return None };
    let question = question.as_u64().map(|question| question as usize).filter(|question| *question < questions)?;
    Some(Variable { question: QuestionIndex(question), classes: Classes::unpack(classes)? })
}

impl Link {
    fn pack(self) -> usize {
        match self {
            Self::End(met) => usize::from(met),
            Self::Node(index) => index + 2,
        }
    }

    /// A link to one of the nodes before.
    fn unpack(packed: &Value, nodes: usize) -> Option<Self> {
        match packed.as_u64()? as usize {
            0 => Some(Self::End(false)),
            1 => Some(Self::End(true)),
            index => (index - 2 < nodes).then_some(Self::Node(index - 2)),
        }
    }
}
