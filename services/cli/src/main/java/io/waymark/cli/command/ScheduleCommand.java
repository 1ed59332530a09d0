package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** Schedules as approved instruments: revise one, see its versions. */
@Command(name = "schedule")
final class ScheduleCommand {}
