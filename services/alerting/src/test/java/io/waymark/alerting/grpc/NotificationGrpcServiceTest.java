package io.waymark.alerting.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.waymark.alerting.domain.Bounce;
import io.waymark.alerting.domain.BounceIntake;
import io.waymark.alerting.domain.BounceIntake.Noted;
import io.waymark.alerting.domain.BounceIntake.Receipt;
import io.waymark.alerting.domain.ChannelDirectory;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.MailLinks;
import io.waymark.alerting.domain.MemoryNotificationLog;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.Notification.Result;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.SampleMails;
import io.waymark.alerting.domain.Severity;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.alerting.v1.BounceHandling;
import io.waymark.proto.alerting.v1.Channel;
import io.waymark.proto.alerting.v1.ChannelState;
import io.waymark.proto.alerting.v1.ListChannelsRequest;
import io.waymark.proto.alerting.v1.ListChannelsResponse;
import io.waymark.proto.alerting.v1.ListNotificationsRequest;
import io.waymark.proto.alerting.v1.ListNotificationsResponse;
import io.waymark.proto.alerting.v1.NotificationOutcome;
import io.waymark.proto.alerting.v1.ReportBounceRequest;
import io.waymark.proto.alerting.v1.ReportBounceResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationGrpcServiceTest {
  private final MemoryNotificationLog log = new MemoryNotificationLog();
  private final List<byte[]> reports = new ArrayList<>();
  private final BounceIntake intake =
      report -> {
        reports.add(report);
        return List.of(
            new Receipt(
                new Bounce("<m1@x>", List.of("a@x.example"), Bounce.Action.FAILED, "5.1.1", "gone"),
                "m1",
                Noted.NOTED));
      };
  private final NotificationGrpcService service =
      new NotificationGrpcService(
          new NoLinks(), new NoMails(), mail -> new byte[0], log, intake, new TwoChannels());

  @Test
  void theLogIsPagedWithEveryField() {
    for (int i = 1; i <= 3; i++) {
      log.append(line("m" + i, Result.ACCEPTED));
    }
    ListNotificationsResponse first = list(ListNotificationsRequest.newBuilder().setPageSize(2));
    assertThat(first.getNotificationsList())
        .extracting(io.waymark.proto.alerting.v1.Notification::getNotificationId)
        .containsExactly("m3", "m2");
    io.waymark.proto.alerting.v1.Notification line = first.getNotifications(0);
    assertThat(line.getChannel()).isEqualTo("mail");
    assertThat(line.getOutcome()).isEqualTo(NotificationOutcome.NOTIFICATION_OUTCOME_ACCEPTED);
    assertThat(line.getAnswer()).isEqualTo("250 2.0.0 ok");
    assertThat(line.getAlertIdsList()).containsExactly("alert-m3");
    ListNotificationsResponse second =
        list(
            ListNotificationsRequest.newBuilder()
                .setPageSize(2)
                .setPageToken(first.getNextPageToken()));
    assertThat(second.getNotificationsList()).hasSize(1);
    assertThat(second.getNextPageToken()).isEmpty();
  }

  @Test
  void onlyTheOutcomeThatIsAskedForIsListed() {
    log.append(line("m1", Result.ACCEPTED));
    log.append(line("m2", Result.FAILED));
    ListNotificationsResponse failed =
        list(
            ListNotificationsRequest.newBuilder()
                .setOutcome(NotificationOutcome.NOTIFICATION_OUTCOME_FAILED));
    assertThat(failed.getNotificationsList()).hasSize(1);
    assertThat(failed.getNotifications(0).getNotificationId()).isEqualTo("m2");
  }

  @Test
  void everyFaultOfARequestIsNamed() {
    assertThatThrownBy(() ->
            list(
                ListNotificationsRequest.newBuilder()
                    .setPageSize(1001)
                    .setOutcomeValue(77)
                    .setFrom(Timestamp.newBuilder().setSeconds(-1))
                    .setPageToken("MjAyNy0wNi0zMFQwMTowMDowMFogeA")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("page_size: 1001")
        .hasMessageContaining("outcome: 77")
        .hasMessageContaining("from: -1 s")
        .hasMessageContaining("page_token: ");
  }

  @Test
  void everyChannelIsListedWithWhatIsRoutedToItAndHowItLastWent() {
    log.append(line("m1", Result.ACCEPTED));
    log.append(line("m2", Result.PUT_OFF));
    ListChannelsResponse reply =
        call(
            "reporter",
            answer -> service.listChannels(ListChannelsRequest.getDefaultInstance(), answer));
    Channel mail = reply.getChannels(0);
    assertThat(mail.getName()).isEqualTo("mail");
    assertThat(mail.getState()).isEqualTo(ChannelState.CHANNEL_STATE_WORKING);
    assertThat(mail.getLast().getNotificationId()).isEqualTo("m2");
    assertThat(mail.getLast().getOutcome())
        .isEqualTo(NotificationOutcome.NOTIFICATION_OUTCOME_PUT_OFF);
    assertThat(mail.getSeveritiesList()).isEmpty();
    Channel duty = reply.getChannels(1);
    assertThat(duty)
        .isEqualTo(
            Channel.newBuilder()
                .setName("duty")
                .setKind("wecom")
                .setDestination("https://qyapi.example")
                .setState(ChannelState.CHANNEL_STATE_AWAY)
                .setFault("errcode 93000")
                .addSeverities("warning")
                .addSeverities("critical")
                .addNotices("opened")
                .addNotices("summons")
                .addBureauIds("transport")
                .addBureauIds("water")
                .setLanguage("zh")
                .setPerMinute(20)
                .build());
    assertThat(reply.getFaultsList()).containsExactly("pigeon.kind: pigeon");
  }

  @Test
  void aMailServerReportsBouncesAndAReporterMayNot() {
    ReportBounceRequest request =
        ReportBounceRequest.newBuilder().setMessage(ByteString.copyFromUtf8("mail")).build();
    ReportBounceResponse reply =
        call("postmaster", answer -> service.reportBounce(request, answer));
    assertThat(reply.getBounces(0).getHandling()).isEqualTo(BounceHandling.BOUNCE_HANDLING_NOTED);
    assertThat(reply.getBounces(0).getRecipient()).isEqualTo("a@x.example");
    assertThatThrownBy(() ->
            NotificationGrpcServiceTest.<ReportBounceResponse>call(
                "reporter", answer -> service.reportBounce(request, answer)))
        .hasMessage("caller relay (expected: role plan_office)");
    assertThat(reports).hasSize(1);
  }

  private ListNotificationsResponse list(ListNotificationsRequest.Builder request) {
    return call("reporter", reply -> service.listNotifications(request.build(), reply));
  }

  private static <T> T call(String role, java.util.function.Consumer<StreamObserver<T>> method) {
    List<T> answers = new ArrayList<>();
    StreamObserver<T> observer =
        new StreamObserver<>() {
          @Override
          public void onNext(T answer) {
            answers.add(answer);
          }

          @Override
          public void onError(Throwable failure) {
            throw new AssertionError(failure);
          }

          @Override
          public void onCompleted() {}
        };
    new Caller("relay", false, "transport", "grpc", Set.of(role))
        .in(Context.current())
        .run(() -> method.accept(observer));
    return answers.getFirst();
  }

  private static Notification line(String id, Result outcome) {
    Instant at = Instant.parse("2027-06-30T01:00:00Z");
    return new Notification(
        0,
        at,
        at,
        Notification.MAIL,
        id,
        "<" + id + "@x>",
        "a@x.example",
        "transport",
        List.of("alert-" + id),
        List.of("rail"),
        "s",
        1,
        outcome,
        "250 2.0.0 ok");
  }

  private static final class TwoChannels implements ChannelDirectory {
    @Override
    public List<Card> cards() {
      return List.of(
          new Card("mail", "mail", "smtp://mail:25", "", Set.of(), Set.of(), Set.of(), "", 0),
          new Card(
              "duty",
              "wecom",
              "https://qyapi.example",
              "errcode 93000",
              Set.of(Severity.CRITICAL, Severity.WARNING),
              Set.of(NoticeKind.SUMMONS, NoticeKind.OPENED),
              Set.of("water", "transport"),
              "zh",
              20));
    }

    @Override
    public List<String> faults() {
      return List.of("pigeon.kind: pigeon");
    }
  }

  private static final class NoLinks implements MailLinks {
    @Override
    public View open(String signed) {
      return View.UNKNOWN;
    }

    @Override
    public View use(String signed, String comment, @Nullable LocalDate by) {
      return View.UNKNOWN;
    }
  }

  private static final class NoMails implements SampleMails {
    @Override
    public List<String> kinds() {
      return List.of();
    }

    @Override
    public Optional<OutgoingMail> sample(String kind, Language language) {
      return Optional.empty();
    }

    @Override
    public List<String> templateFaults() {
      return List.of();
    }
  }
}
