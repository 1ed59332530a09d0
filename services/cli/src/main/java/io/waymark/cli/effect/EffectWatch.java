package io.waymark.cli.effect;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waymark.cli.client.Connection.Services;
import io.waymark.cli.effect.Effect.Change;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.DeliveryStatus;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the judgements that a report may change, before and after it, so that whoever reports
 * sees the effect at once. Reads only; nothing that it meets undoes the report.
 */
public final class EffectWatch {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration OTHERS = Duration.ofMillis(500);

  private final Services services;
  private final String planId;
  private final Map<String, Judgement> before;
  private final Duration patience;

  private EffectWatch(Services services, String planId, List<String> subjects, Duration patience) {
    this.services = services;
    this.planId = planId;
    this.patience = patience;
    this.before = new LinkedHashMap<>();
    subjects.forEach(subject -> before.put(subject, judgement(subject)));
  }

  /** Remembers how a project and what it feeds stand now. */
  public static EffectWatch ofProject(
      Services services, String planId, String projectId, Duration patience) {
    List<String> subjects = Touched.byProject(services, planId, projectId);
    return new EffectWatch(services, planId, subjects, patience);
  }

  /** Remembers how one subject stands now. */
  public static EffectWatch ofSubject(
      Services services, String planId, String subjectId, Duration patience) {
    return new EffectWatch(services, planId, List.of(subjectId), patience);
  }

  /** Remembers how the targets of an indicator and of its followers stand now. */
  public static EffectWatch ofIndicator(
      Services services, String planId, String indicatorId, Duration patience) {
    List<String> subjects = Touched.byIndicator(services, planId, indicatorId);
    return new EffectWatch(services, planId, subjects, patience);
  }

  /** Waits until the report that was accepted at {@code acceptedAt} shows, or patience ends. */
  public Effect after(Timestamp acceptedAt) {
    long start = System.nanoTime();
    Map<String, Judgement> now = new LinkedHashMap<>();
    while (now.isEmpty() && left(start, patience)) {
      collectNew(now);
    }
    // One transaction judges a report's subjects, but each may still be read before it: a short
    // second look.
    long first = System.nanoTime();
    while (now.size() < before.size() && left(first, OTHERS) && left(start, patience)) {
      collectNew(now);
    }
    List<Change> changes = new ArrayList<>();
    now.forEach((subject, judgement) -> changes.add(change(subject, judgement)));
    return new Effect(changes, mails(changes, acceptedAt, start), before.size());
  }

  private Change change(String subject, Judgement now) {
    return new Change(before.getOrDefault(subject, Judgement.getDefaultInstance()), now);
  }

  private void collectNew(Map<String, Judgement> now) {
    before.forEach((subject, old) -> {
      Judgement judgement = judgement(subject);
      if (judgement.getVersion() > old.getVersion()) {
        now.put(subject, judgement);
      }
    });
    if (now.size() < before.size()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private List<Mail> mails(List<Change> changes, Timestamp acceptedAt, long start) {
    boolean expected = changes.stream().anyMatch(Change::turned);
    List<Mail> mails = changes.isEmpty() ? List.of() : mailsSince(changes, acceptedAt);
    while (expected && unfinished(mails) && left(start, patience)) {
      LockSupport.parkNanos(PAUSE.toNanos());
      mails = mailsSince(changes, acceptedAt);
    }
    return mails;
  }

  private static boolean unfinished(List<Mail> mails) {
    return mails.isEmpty()
        || mails.stream().anyMatch(m -> m.getStatus() == DeliveryStatus.DELIVERY_STATUS_PENDING);
  }

  private List<Mail> mailsSince(List<Change> changes, Timestamp since) {
    Set<String> alerts = new HashSet<>();
    for (Change change : changes) {
      ListAlertsRequest request =
          ListAlertsRequest.newBuilder()
              .setPlanId(planId)
              .setSubjectId(change.now().getSubjectId())
              .setIncludeResolved(true)
              .setPageSize(20)
              .build();
      List<Alert> found = services.alerting().listAlerts(request).getAlertsList();
      found.forEach(alert -> alerts.add(alert.getAlertId()));
    }
    ListMailsRequest recent = ListMailsRequest.newBuilder().setPageSize(50).build();
    return services.alerting().listMails(recent).getMailsList().stream()
        .filter(mail -> alerts.contains(mail.getAlertId()))
        .filter(mail -> Timestamps.compare(mail.getCreatedAt(), since) >= 0)
        .toList();
  }

  private Judgement judgement(String subject) {
    GetJudgementRequest request =
        GetJudgementRequest.newBuilder().setPlanId(planId).setSubjectId(subject).build();
    try {
      return services.indicator().getJudgement(request).getJudgement();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Judgement.getDefaultInstance();
      }
      throw e;
    }
  }

  private static boolean left(long start, Duration patience) {
    return System.nanoTime() - start < patience.toNanos();
  }
}
