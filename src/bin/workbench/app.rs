//! What the widget's cards send when something on them is pressed. Here nothing follows: it is a preview.

use mantelwijzer::{questionnaire::QuestionIndex, visit::Deed};

/// As in the widget.
#[expect(dead_code, reason = "the preview says that nothing follows, whatever was pressed")]
pub enum Msg {
    /// Something in the visit.
    Do(Deed),
    /// To a question that decides about an offer.
    Decide(QuestionIndex, String),
}
