package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.PlanView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.ListIndicatorsRequest;
import io.waymark.proto.indicator.v1.ListIndicatorsResponse;
import io.waymark.proto.indicator.v1.ListPlansResponse;
import io.waymark.proto.indicator.v1.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The plans that are loaded. */
@Command(name = "show")
final class PlanShowCommand implements Callable<Integer> {
  private final Shell shell;

  PlanShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      ListPlansResponse plans = session.plans();
      if (shell.json()) {
        shell.printJson(plans);
        return Problem.DONE;
      }
      PlanView view = new PlanView(new View(shell.words(), shell.style()));
      shell.print(view.heading(plans));
      for (Plan plan : plans.getPlansList()) {
        if (shell.globals().plan().map(plan.getPlanId()::equals).orElse(true)) {
          shell.print(view.plan(plan, indicators(session, plan)));
        }
      }
    }
    return Problem.DONE;
  }

  private static ListIndicatorsResponse indicators(Session session, Plan plan) {
    ListIndicatorsRequest request =
        ListIndicatorsRequest.newBuilder().setPlanId(plan.getPlanId()).build();
    return session.services().indicator().listIndicators(request);
  }
}
