package io.waymark.cli.command;

import com.google.protobuf.util.Timestamps;
import io.waymark.cli.client.Problem;
import io.waymark.cli.view.NotificationsView;
import io.waymark.cli.view.View;
import io.waymark.proto.alerting.v1.ListNotificationsRequest;
import io.waymark.proto.alerting.v1.ListNotificationsResponse;
import io.waymark.proto.alerting.v1.NotificationOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who was told what, when, by which message, over which channel, with what answer. */
@Command(name = "notifications")
final class NotificationsCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  private final Shell shell;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private String bureau = "";

  @Option(names = "--to", paramLabel = "ADDRESS")
  private String recipient = "";

  @Option(names = "--subject", paramLabel = "SUBJECT")
  private String subject = "";

  @Option(names = "--alert", paramLabel = "ALERT")
  private String alert = "";

  @Option(names = "--channel", paramLabel = "CHANNEL")
  private String channel = "";

  @Option(names = "--outcome", paramLabel = "OUTCOME")
  private String outcome = "";

  @Option(names = "--from", paramLabel = "DATE")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "DATE")
  private @Nullable String until;

  @Option(names = "--limit", paramLabel = "N")
  private String limit = "100";

  NotificationsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    ListNotificationsRequest request = request();
    try (Session session = shell.session()) {
      ListNotificationsResponse reply =
          session.services().notifications().listNotifications(request);
      shell.show(
          reply,
          () ->
              new NotificationsView(
                      new View(shell.words(), shell.style()), shell.environment().zone())
                  .lines(reply.getNotificationsList(), !reply.getNextPageToken().isEmpty()));
    }
    return Problem.DONE;
  }

  private ListNotificationsRequest request() {
    Input input = new Input(shell.words());
    ListNotificationsRequest.Builder request =
        ListNotificationsRequest.newBuilder()
            .setBureauId(bureau)
            .setRecipient(recipient)
            .setSubjectId(subject)
            .setAlertId(alert)
            .setChannel(channel)
            .setOutcome(outcome(input))
            .setPageSize(limit(input));
    ZoneId zone = shell.environment().zone();
    String first = input.date("--from", from);
    if (!first.isEmpty()) {
      Instant start = LocalDate.parse(first).atStartOfDay(zone).toInstant();
      request.setFrom(Timestamps.fromMillis(start.toEpochMilli()));
    }
    String last = input.date("--until", until);
    if (!last.isEmpty()) {
      Instant end = LocalDate.parse(last).plusDays(1).atStartOfDay(zone).toInstant();
      request.setUntil(Timestamps.fromMillis(end.toEpochMilli()));
    }
    input.orFail("next.notifications");
    return request.build();
  }

  private NotificationOutcome outcome(Input input) {
    if (outcome.isEmpty()) {
      return NotificationOutcome.NOTIFICATION_OUTCOME_UNSPECIFIED;
    }
    String name = "NOTIFICATION_OUTCOME_" + outcome.toUpperCase(Locale.ROOT).replace('-', '_');
    for (NotificationOutcome one : NotificationOutcome.values()) {
      if (one.name().equals(name) && one.getNumber() > 0) {
        return one;
      }
    }
    input.fault("--outcome", outcome, "expected.outcome");
    return NotificationOutcome.NOTIFICATION_OUTCOME_UNSPECIFIED;
  }

  private int limit(Input input) {
    if (limit.matches("\\d{1,4}")) {
      int read = Integer.parseInt(limit);
      if (read >= 1 && read <= MOST) {
        return read;
      }
    }
    input.fault("--limit", limit, "expected.limit");
    return 1;
  }
}
