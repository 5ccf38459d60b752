//! Numbers as text.

/// A number in figures. The standard library's own way brings what formats numbers in every possible way along: a kilobyte that
/// the widget has no use for.
pub fn figures(number: usize) -> String {
    let mut figures = if number > 9 { self::figures(number / 10) } else { String::new() };
    figures.push(char::from(b'0' + (number % 10) as u8));
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_those_of_the_standard_library() {
        for number in [0, 7, 10, 99, 100, 2026, usize::MAX] {
            assert_eq!(figures(number), number.to_string());
        }
    }
}
