//! The command as it is built, run over folders and files: one program, so that it is linked once.

mod actors;
mod build;
mod contract;
mod inspect;
mod json;
mod limits;
mod output;
mod run;
mod serve;
mod tables;
