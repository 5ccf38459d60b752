//! Open Referral's Human Services Data Specification, HSDS 3.0: a package of organizations with their services.
//!
//! What HSDS has a place for stands there. Our closed lists are taxonomy terms. Whatever can't be read back from
//! these is an attribute of the taxonomy [`FIELD`], with the field's name as its code and its value as JSON.

use serde_json::{Value, json};
use uuid::Uuid;

pub mod read;
pub mod write;

/// The taxonomy of whole fields that HSDS has no place for.
pub const FIELD: &str = "Mantelwijzer field";

/// The scheme of our own ids among an organization's identifiers.
const SCHEME: &str = "Mantelwijzer";

/// A closed list as a taxonomy: its name, the field whose words it holds, and what its terms say.
struct Taxonomy {
    name: &'static str,
    path: &'static str,
    shape: Shape,
    description: &'static str,
}

/// How a field holds its words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    One,
    Several,
    WithStrength,
}

const TAXONOMIES: &[Taxonomy] = &[
    Taxonomy { name: "Mantelwijzer kind", path: "kind", shape: Shape::One, description: "What kind of help it is." },
    Taxonomy {
        name: "Mantelwijzer need",
        path: "needs",
        shape: Shape::WithStrength,
        description: "A need of a family caregiver it helps with; the value is how strongly, 1 to 3.",
    },
    Taxonomy {
        name: "Mantelwijzer phase",
        path: "phases",
        shape: Shape::Several,
        description: "When on the way of caring it fits.",
    },
    Taxonomy {
        name: "Mantelwijzer place of",
        path: "area/whose",
        shape: Shape::One,
        description: "Whose place decides where it is to be had.",
    },
    Taxonomy {
        name: "Mantelwijzer cost",
        path: "cost/level",
        shape: Shape::One,
        description: "What it costs, in one word.",
    },
    Taxonomy {
        name: "Mantelwijzer respite",
        path: "respite",
        shape: Shape::Several,
        description: "How long the caregiver can be away.",
    },
    Taxonomy {
        name: "Mantelwijzer source",
        path: "source/kind",
        shape: Shape::One,
        description: "What kind of source the facts were read in.",
    },
    Taxonomy {
        name: "Mantelwijzer confidence",
        path: "confidence",
        shape: Shape::One,
        description: "Whether the core was read in a source.",
    },
    Taxonomy {
        name: "Mantelwijzer unconfirmed",
        path: "unverified",
        shape: Shape::Several,
        description: "A part that no source confirms.",
    },
];

/// The same id each time for the same thing of ours.
fn uuid(of: &str) -> Value {
    let ours = Uuid::new_v5(&Uuid::NAMESPACE_OID, b"mantelwijzer");
    json!(Uuid::new_v5(&ours, of.as_bytes()).to_string())
}
