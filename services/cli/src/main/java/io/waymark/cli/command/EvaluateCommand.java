package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** Evaluations: freeze, list, show, compare, export, verify. */
@Command(name = "evaluate")
final class EvaluateCommand {}
