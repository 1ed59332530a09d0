package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** The rules of the reporting calendar. */
@Command(name = "calendar", synopsisSubcommandLabel = "COMMAND")
final class CalendarCommand {}
