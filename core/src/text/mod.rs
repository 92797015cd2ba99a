//! Reading and writing what people have: sentences, tables, files.
