package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** The phase pipeline of a project: move it, or see how it came to where it is. */
@Command(name = "phase")
final class PhaseCommand {}
