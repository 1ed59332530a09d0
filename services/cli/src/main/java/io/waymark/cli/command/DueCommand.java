package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.DueView;
import io.waymark.cli.view.View;
import io.waymark.proto.registry.v1.ListReportingDutiesResponse;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.proto.type.v1.ReportingDuty;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which reports are owed: one's own bureau's, or everybody's. */
@Command(name = "due")
final class DueCommand implements Callable<Integer> {
  private static final Set<DutyStanding> OPEN =
      Set.of(DutyStanding.DUTY_STANDING_DUE, DutyStanding.DUTY_STANDING_MISSING);
  private static final Set<DutyStanding> BEHIND =
      Set.of(DutyStanding.DUTY_STANDING_LATE, DutyStanding.DUTY_STANDING_MISSING);

  private final Shell shell;

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--late")
  private boolean late;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private String bureau = "";

  DueCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    String whose = all ? "" : bureau.isEmpty() ? shell.globals().bureau().orElse("") : bureau;
    Set<DutyStanding> wanted = late ? BEHIND : OPEN;
    try (Session session = shell.session()) {
      Duties duties = Duties.of(session, whose);
      List<ReportingDuty> shown =
          duties.all().stream().filter(duty -> wanted.contains(duty.getStanding())).toList();
      if (shell.json()) {
        shell.printJson(
            ListReportingDutiesResponse.newBuilder()
                .addAllDuties(shown)
                .setToday(duties.today())
                .build());
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new DueView(view).render(shown, duties.all(), whose, duties.today()));
      }
    }
    return Problem.DONE;
  }
}
