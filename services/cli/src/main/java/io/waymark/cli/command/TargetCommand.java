package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** Targets as approved instruments: revise one, set an awaited one, see its versions. */
@Command(name = "target")
final class TargetCommand {}
