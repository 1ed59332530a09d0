package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** The ways by which people are told: list. */
@Command(name = "channels")
final class ChannelsCommand {}
