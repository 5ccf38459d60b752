//! What the answer of a server says about an address.
