package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** Rulebooks: list, show, check one's own, compare them over the loaded plan. */
@Command(name = "rulebook")
final class RulebookCommand {}
