package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.effect.EffectWatch;
import io.waymark.cli.view.TargetVersionsView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.ReviseTargetResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes a target by an approved document, and shows what that set in motion. */
@Command(name = "revise")
final class TargetReviseCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final TargetRevisionInput typed = new TargetRevisionInput();

  TargetReviseCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    ReviseTargetRequest.Builder request = typed.read(input, null);
    input.orFail("next.revise");
    return send(shell, request);
  }

  static int send(Shell shell, ReviseTargetRequest.Builder request) {
    try (Session session = shell.session()) {
      request
          .setPlanId(session.planId())
          .setTargetId(new Subjects(shell, session).target(request.getTargetId()));
      if (shell.json()) {
        shell.note(shell.words().get("note.key", request.getIdempotencyKey()));
        shell.printJson(session.services().indicator().reviseTarget(request.build()));
        return Problem.DONE;
      }
      Aftermath aftermath =
          Aftermath.before(
              shell,
              () ->
                  EffectWatch.ofSubject(
                      session.services(),
                      request.getPlanId(),
                      request.getTargetId(),
                      Aftermath.PATIENCE));
      ReviseTargetResponse reply = session.services().indicator().reviseTarget(request.build());
      View view = new View(shell.words(), shell.style());
      shell.print(
          new TargetVersionsView(view, shell.environment().zone())
              .accepted(reply.getTarget(), request.getIdempotencyKey()));
      aftermath.show(reply.getTarget().getInstrument().getRecordedAt());
      return Problem.DONE;
    }
  }
}
