package io.waymark.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.embedded.ReceivedMail;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A late project's report, and what its bureau reads a moment later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportToMail {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final City city;

  ReportToMail(City city) {
    this.city = city;
  }

  @BeforeAll
  void load() {
    report("on-time", 72, "2028-05-31");
    await()
        .atMost(SOON)
        .until(() ->
            target().getLights().getOverall() == Light.LIGHT_ON_TRACK
                || target().getLights().getOverall() == Light.LIGHT_AHEAD);
  }

  @Test
  void aReportOfALatePumpingStationBecomesAMailThatSaysWhichTargetSlipsAndWhy() {
    assertThat(toTheBureau()).isEmpty();

    ReportProgressResponse reply = report("late", 30, "2032-06-30");

    await().atMost(SOON).until(() -> aboutTheTarget().size() == 1);
    ReceivedMail mail = aboutTheTarget().getFirst();
    assertThat(mail.sender()).isEqualTo("waymark@wuhan.example");
    assertThat(mail.recipients()).containsExactly(SmallPlan.ADDRESS);
    assertThat(mail.subject()).contains("滞后", "排涝能力重现期", "达标概率");
    assertThat(mail.text()).contains("杨泗港泵站").contains("水务局").contains("20");
    assertThat(mail.html()).contains("杨泗港泵站").contains("排涝能力重现期");
    Judgement judgement = target();
    assertThat(judgement.getCauseProjectId()).isEqualTo(SmallPlan.PUMP);
    assertThat(judgement.getPins().getInputIdsList()).contains(reply.getReportId());
    assertThat(logged().getMessageId()).isEqualTo(mail.messageId());
    await().atMost(SOON).until(() -> logged().hasSentAt());

    theSameReportSentTwiceChangesNothing(reply, mail, judgement);
  }

  private void theSameReportSentTwiceChangesNothing(
      ReportProgressResponse reply, ReceivedMail mail, Judgement judgement) {
    int mails = toTheBureau().size();

    assertThat(report("late", 30, "2032-06-30")).isEqualTo(reply);

    // A later report of another project shows that the way is clear: whatever the repeat would
    // have caused would have come before it.
    ReportProgressRequest other =
        SmallPlan.report(SmallPlan.GREENWAY, "after").setPercentComplete(70).build();
    String after = city.registryAs("parks", "reporter").reportProgress(other).getReportId();
    await().atMost(SOON).until(() -> pins(SmallPlan.GREENWAY).contains(after));
    assertThat(target()).isEqualTo(judgement);
    assertThat(toTheBureau()).hasSize(mails);
    assertThat(aboutTheTarget().getFirst().messageId()).isEqualTo(mail.messageId());
    assertThat(
            city.registryAs("water", "reporter")
                .listReports(
                    ListReportsRequest.newBuilder()
                        .setPlanId(SmallPlan.PLAN)
                        .setProjectId(SmallPlan.PUMP)
                        .build())
                .getReportsList())
        .hasSize(2);
  }

  private ReportProgressResponse report(String key, double percent, String expectedFinish) {
    return city.registryAs("water", "reporter")
        .reportProgress(
            SmallPlan.report(SmallPlan.PUMP, key)
                .setPercentComplete(percent)
                .setExpectedFinish(expectedFinish)
                .build());
  }

  private List<ReceivedMail> toTheBureau() {
    return city.mail.mails().stream()
        .filter(mail -> mail.recipients().contains(SmallPlan.ADDRESS))
        .toList();
  }

  private List<ReceivedMail> aboutTheTarget() {
    return toTheBureau().stream().filter(mail -> mail.subject().contains("排涝能力重现期")).toList();
  }

  private Mail logged() {
    return city
        .alertingAs("water", "reporter")
        .listMails(ListMailsRequest.newBuilder().setBureauId("water").build())
        .getMailsList()
        .stream()
        .filter(mail -> mail.getSubject().contains("排涝能力重现期"))
        .findFirst()
        .orElseThrow();
  }

  private Judgement target() {
    return judgement(SmallPlan.TARGET);
  }

  private List<String> pins(String projectId) {
    return judgement(projectId).getPins().getInputIdsList();
  }

  private Judgement judgement(String subjectId) {
    return city.indicatorAs("water", "reporter")
        .getJudgement(
            GetJudgementRequest.newBuilder()
                .setPlanId(SmallPlan.PLAN)
                .setSubjectId(subjectId)
                .build())
        .getJudgement();
  }
}
