package io.waymark.cli.command;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.client.Problem;
import io.waymark.cli.view.View;
import io.waymark.cli.view.WhatIfView;
import io.waymark.proto.alerting.v1.PreviewAlertsRequest;
import io.waymark.proto.alerting.v1.PreviewAlertsResponse;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What would be judged, and who would be told, if some things were otherwise. Nothing is written.
 */
@Command(name = "what-if")
final class WhatIfCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<WhatIfInput.OfProject> projects = new ArrayList<>();

  @Option(names = "--observe", paramLabel = "INDICATOR=VALUE@DATE")
  private List<String> figures = new ArrayList<>();

  @Option(names = "--target", paramLabel = "TARGET=VALUE")
  private List<String> targets = new ArrayList<>();

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable String asOf;

  WhatIfCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    WhatIfRequest.Builder request =
        new WhatIfInput(input, shell.words()).read(projects, figures, targets, asOf);
    input.orFail("next.whatIf");
    try (Session session = shell.session()) {
      WhatIfInput.resolve(request, new Subjects(shell, session));
      WhatIfResponse reply =
          session.services().indicator().whatIf(request.setPlanId(session.planId()).build());
      PreviewAlertsResponse alerts = alerts(session, reply);
      if (shell.json()) {
        shell.printJson(Map.of("whatIf", reply, "preview", alerts));
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new WhatIfView(view).render(reply, alerts));
      }
    }
    return Problem.DONE;
  }

  /** What is judged stands, whether or not the alerts can be told: then that is said. */
  private PreviewAlertsResponse alerts(Session session, WhatIfResponse reply) {
    if (reply.getChangesCount() == 0) {
      return PreviewAlertsResponse.getDefaultInstance();
    }
    PreviewAlertsRequest.Builder request = PreviewAlertsRequest.newBuilder();
    reply.getChangesList().forEach(change -> request.addJudgements(change.getAfter()));
    try {
      return session.services().alerting().previewAlerts(request.build());
    } catch (StatusRuntimeException e) {
      shell.note(shell.words().get("whatIf.unseen"));
      return PreviewAlertsResponse.getDefaultInstance();
    }
  }
}
