package io.waymark.cli.command;

import picocli.CommandLine.Command;

/** A simulated course of the sample plan, for trying things out. */
@Command(name = "demo")
final class DemoCommand {}
