package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** Plans: validate and load a pack, show what is loaded. */
@Command(name = "plan")
final class PlanCommand {}
