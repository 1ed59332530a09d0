package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.AlertsView;
import io.waymark.cli.view.View;
import io.waymark.proto.alerting.v1.DigestRhythm;
import io.waymark.proto.alerting.v1.ListPreferencesRequest;
import io.waymark.proto.alerting.v1.ListPreferencesResponse;
import io.waymark.proto.alerting.v1.SetPreferenceRequest;
import io.waymark.proto.alerting.v1.SetPreferenceResponse;
import io.waymark.proto.alerting.v1.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How the people of a bureau want to be told. */
@Command(name = "preferences")
final class PreferencesCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "BUREAU", descriptionKey = "bureau")
  private String bureau = "";

  @Option(names = "--set", paramLabel = "ADDRESS")
  private @Nullable String address;

  @Option(names = "--at-once", paramLabel = "SEVERITY")
  private String atOnce = "warning";

  @Option(names = "--digest", paramLabel = "RHYTHM")
  private String digest = "monthly";

  @Option(names = "--quiet", paramLabel = "FROM-TO")
  private String quiet = "";

  PreferencesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    String whose = address;
    if (whose != null) {
      set(whose);
    } else {
      list();
    }
    return Problem.DONE;
  }

  private void list() {
    Optional<String> asked = bureau.isEmpty() ? shell.globals().bureau() : Optional.of(bureau);
    if (asked.isEmpty()) {
      Reporter.require(shell, Optional.empty());
    }
    try (Session session = shell.session()) {
      ListPreferencesResponse reply =
          session
              .services()
              .alerting()
              .listPreferences(
                  ListPreferencesRequest.newBuilder().setBureauId(asked.orElse("")).build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        show(reply.getPreferencesList());
      }
    }
  }

  private void set(String whose) {
    Reporter.require(shell, Optional.empty());
    String[] hours = quiet.split("-", 2);
    SetPreferenceRequest request =
        SetPreferenceRequest.newBuilder()
            .setAddress(whose)
            .setImmediateFrom(
                atOnce.equals("never")
                    ? Severity.SEVERITY_UNSPECIFIED
                    : SilenceCommand.severity(shell, atOnce))
            .setDigest(rhythm())
            .setQuietFrom(quiet.isEmpty() ? "" : hours[0])
            .setQuietTo(hours.length < 2 ? "" : hours[1])
            .build();
    try (Session session = shell.session()) {
      SetPreferenceResponse reply = session.services().alerting().setPreference(request);
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        show(List.of(reply.getPreference()));
      }
    }
  }

  private void show(List<io.waymark.proto.alerting.v1.Preference> preferences) {
    View view = new View(shell.words(), shell.style());
    shell.print(new AlertsView(view, shell.environment().zone()).preferences(preferences));
  }

  private DigestRhythm rhythm() {
    return switch (digest.toLowerCase(Locale.ROOT)) {
      case "none" -> DigestRhythm.DIGEST_RHYTHM_NONE;
      case "daily" -> DigestRhythm.DIGEST_RHYTHM_DAILY;
      case "weekly" -> DigestRhythm.DIGEST_RHYTHM_WEEKLY;
      case "monthly" -> DigestRhythm.DIGEST_RHYTHM_MONTHLY;
      default ->
          throw SilenceCommand.unknown(shell, "--digest", digest, "none, daily, weekly, monthly");
    };
  }
}
