//! What a file must look like, by the JSON Schemas that partners' editors use too.
//!
//! serde stops at the first thing that doesn't fit. This finds all of them, each with its place, and serde then reads
//! only what fits. It understands what our own schemas are made of and no more.

use super::{
    diagnostic::{Diagnostic, Spot},
    tree::Node,
};
use serde_json::Value;
use std::sync::LazyLock;

mod look;
mod words;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A partner and its offers.
    Partner,
    /// The questions.
    Questionnaire,
    /// The places.
    Regions,
    /// The texts that accompany a caregiver.
    Guide,
    /// What a municipality changes.
    Overlay,
    /// What is said in other languages.
    Translations,
}

impl Form {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Partner, Self::Questionnaire, Self::Regions, Self::Guide, Self::Overlay, Self::Translations];

    fn shapes(self) -> &'static Shapes {
        static PARTNER: LazyLock<Shapes> = LazyLock::new(|| compile(Form::Partner.schema()));
        static QUESTIONNAIRE: LazyLock<Shapes> = LazyLock::new(|| compile(Form::Questionnaire.schema()));
        static REGIONS: LazyLock<Shapes> = LazyLock::new(|| compile(Form::Regions.schema()));
        static GUIDE: LazyLock<Shapes> = LazyLock::new(|| compile(Form::Guide.schema()));
        static OVERLAY: LazyLock<Shapes> = LazyLock::new(|| compile(Form::Overlay.schema()));
        static TRANSLATIONS: LazyLock<Shapes> = LazyLock::new(|| compile(Form::Translations.schema()));
        match self {
            Self::Partner => &PARTNER,
            Self::Questionnaire => &QUESTIONNAIRE,
            Self::Regions => &REGIONS,
            Self::Guide => &GUIDE,
            Self::Overlay => &OVERLAY,
            Self::Translations => &TRANSLATIONS,
        }
    }

    /// Its schema, as committed beside the catalogue.
    pub fn schema(self) -> &'static str {
        match self {
            Self::Partner => include_str!("../../catalogue/catalogue.schema.json"),
            Self::Questionnaire => include_str!("../../catalogue/questionnaire.schema.json"),
            Self::Regions => include_str!("../../catalogue/regions.schema.json"),
            Self::Guide => include_str!("../../catalogue/guide.schema.json"),
            Self::Overlay => include_str!("../../catalogue/overlay.schema.json"),
            Self::Translations => include_str!("../../catalogue/translations.schema.json"),
        }
    }
}

/// Everything in a file that doesn't fit its form.
pub fn misfits(form: Form, root: &Node, file: &Spot) -> Vec<Diagnostic> {
    look::misfits(form.shapes(), root, file)
}

/// A schema, read once.
struct Shapes {
    root: Shape,
    /// What `$ref` names, by position.
    named: Vec<Shape>,
}

/// What may stand somewhere.
#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Any,
    Text,
    Bool,
    Whole {
        least: i64,
        most: i64,
    },
    /// One word of a list.
    Word(Vec<String>),
    /// One word of a list, or else this.
    WordOr(Vec<String>, Box<Shape>),
    List(Box<Shape>),
    /// A block with any names in it.
    Map(Box<Shape>),
    Block(Vec<Known>),
    /// A block with exactly one of these fields: a rule.
    OneOf(Vec<Known>),
    /// This, or `null`.
    Maybe(Box<Shape>),
    Named(usize),
}

/// A field that a block knows.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    name: String,
    needed: bool,
    shape: Shape,
}

impl Shapes {
    /// The shape itself, behind any name and any `null`.
    fn itself<'s>(&'s self, shape: &'s Shape) -> &'s Shape {
        match shape {
            Shape::Maybe(inner) => self.itself(inner),
            Shape::Named(position) => self.named.get(*position).unwrap_or(&Shape::Any),
            Shape::Any | Shape::Text | Shape::Bool | Shape::Whole { .. } | Shape::Word(_) | Shape::WordOr(..) => shape,
            Shape::List(_) | Shape::Map(_) | Shape::Block(_) | Shape::OneOf(_) => shape,
        }
    }
}

fn compile(schema: &str) -> Shapes {
    let schema: Value = serde_json::from_str(schema).unwrap_or_default();
    let defs = schema.get("$defs").and_then(Value::as_object);
    let names: Vec<&str> = defs.iter().flat_map(|defs| defs.keys()).map(String::as_str).collect();
    let named = defs.iter().flat_map(|defs| defs.values()).map(|one| shape(one, &names)).collect();
    Shapes { root: shape(&schema, &names), named }
}

fn shape(schema: &Value, names: &[&str]) -> Shape {
    let each =
        |list: &Value| -> Vec<Shape> { list.as_array().into_iter().flatten().map(|s| shape(s, names)).collect() };
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let position = names.iter().position(|known| name.rsplit('/').next() == Some(known));
        return position.map_or(Shape::Any, Shape::Named);
    }
    if let Some(choices) = schema.get("anyOf") {
        return Shape::Maybe(Box::new(each(choices).into_iter().next().unwrap_or(Shape::Any)));
    }
    if let Some(choices) = schema.get("oneOf") {
        return one_of(each(choices));
    }
    if let Some(word) = schema.get("const").and_then(Value::as_str) {
        return Shape::Word(vec![word.to_owned()]);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return Shape::Word(words.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect());
    }
    match schema.get("type") {
        Some(Value::Array(types)) => {
            let first = types.iter().find_map(Value::as_str).unwrap_or_default();
            Shape::Maybe(Box::new(typed(first, schema, names)))
        }
        Some(Value::String(one)) => typed(one, schema, names),
        _ => Shape::Any,
    }
}

fn typed(kind: &str, schema: &Value, names: &[&str]) -> Shape {
    let inside = |key: &str| Box::new(schema.get(key).map_or(Shape::Any, |inner| shape(inner, names)));
    let bound = |key: &str| schema.get(key).and_then(Value::as_i64);
    match kind {
        "string" => Shape::Text,
        "boolean" => Shape::Bool,
        "integer" => {
            Shape::Whole { least: bound("minimum").unwrap_or(0), most: bound("maximum").unwrap_or(i64::from(u32::MAX)) }
        }
        "array" => Shape::List(inside("items")),
        "object" => match schema.get("properties").and_then(Value::as_object) {
            None => Shape::Map(inside("additionalProperties")),
            Some(fields) => {
                let needed: Vec<&str> = schema
                    .get("required")
                    .and_then(Value::as_array)
                    .map_or(Vec::new(), |list| list.iter().filter_map(Value::as_str).collect());
                let known = fields.iter().map(|(name, inner)| Known {
                    name: name.clone(),
                    needed: needed.contains(&name.as_str()),
                    shape: shape(inner, names),
                });
                Shape::Block(known.collect())
            }
        },
        _ => Shape::Any,
    }
}

/// A list of words, a rule, or `"always"` beside a list.
fn one_of(choices: Vec<Shape>) -> Shape {
    let mut words = Vec::new();
    let mut fields = Vec::new();
    let mut other = None;
    for choice in choices {
        match choice {
            Shape::Word(some) => words.extend(some),
            Shape::Block(some) => fields.extend(some),
            Shape::Any | Shape::Text | Shape::Bool | Shape::Whole { .. } | Shape::WordOr(..) | Shape::List(_) => {
                other = Some(choice)
            }
            Shape::Map(_) | Shape::OneOf(_) | Shape::Maybe(_) | Shape::Named(_) => other = Some(choice),
        }
    }
    match (words.is_empty(), fields.is_empty(), other) {
        (false, true, None) => Shape::Word(words),
        (true, false, None) => Shape::OneOf(fields),
        (false, true, Some(other)) => Shape::WordOr(words, Box::new(other)),
        _ => Shape::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether anything may stand somewhere in it.
    fn is_loose(shape: &Shape) -> bool {
        match shape {
            Shape::Any => true,
            Shape::Text | Shape::Bool | Shape::Whole { .. } | Shape::Word(_) | Shape::Named(_) => false,
            Shape::List(inner) | Shape::Map(inner) | Shape::Maybe(inner) | Shape::WordOr(_, inner) => is_loose(inner),
            Shape::Block(fields) | Shape::OneOf(fields) => fields.iter().any(|field| is_loose(&field.shape)),
        }
    }

    #[test]
    fn every_schema_is_understood_to_the_last_word() {
        for form in Form::ALL {
            let shapes = form.shapes();
            assert!(!is_loose(&shapes.root), "{form:?}: {:?}", shapes.root);
            // The answers of an example hold anything: `examples` are held against the questions.
            let loose = shapes.named.iter().filter(|shape| is_loose(shape)).count();
            assert_eq!(loose, usize::from(form == Form::Partner), "{form:?}");
        }
    }
}
