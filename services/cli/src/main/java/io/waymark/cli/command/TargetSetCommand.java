package io.waymark.cli.command;

import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives an awaited target the value that the superior has set. */
@Command(name = "set")
final class TargetSetCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final TargetRevisionInput typed = new TargetRevisionInput();

  TargetSetCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    ReviseTargetRequest.Builder request =
        typed.read(input, shell.words().get("target.usualReason"));
    input.orFail("next.set");
    return TargetReviseCommand.send(shell, request.setOnlyIfAwaited(true));
  }
}
