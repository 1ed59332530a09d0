package io.waymark.registry.grpc;

import static io.waymark.registry.grpc.Calls.caller;
import static io.waymark.registry.grpc.Calls.report;
import static io.waymark.registry.grpc.Calls.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.registry.v1.Attachment;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ObstacleKind;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bureau said of a project is read back as it was said, whenever and in whichever order. */
class ReportReadBackTest {
  private static final String PUMP = "pump-yangsigang";
  private static final Attachment PHOTO =
      Attachment.newBuilder()
          .setUrl("https://files.water.example/2027/05/photo.jpg")
          .setSha256("ab".repeat(32))
          .setName("5月形象进度照片.jpg")
          .setSizeBytes(2_400_000)
          .build();

  private final InProcessRegistry registry = new InProcessRegistry();
  private final RegistryServiceBlockingStub water = registry.as(caller("water", "reporter"));

  @BeforeEach
  void importProject() {
    var counts =
        registry
            .as(caller("plan-office", "plan_office"))
            .importProjects(
                ImportProjectsRequest.newBuilder()
                    .addProjects(
                        Calls.project(PUMP, "water").toBuilder()
                            .addSchedule(
                                SchedulePoint.newBuilder()
                                    .setDate("2027-03-31")
                                    .setPercent(30)
                                    .setMilestone(LocalizedText.newBuilder().setZh("基坑完成"))))
                    .build())
            .getCounts();
    assertThat(counts.getCreated()).isEqualTo(1);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  private List<ProgressReport> inForce() {
    return water
        .getProject(GetProjectRequest.newBuilder().setPlanId("wuhan-15").setProjectId(PUMP).build())
        .getState()
        .getReportsList();
  }

  private List<ProgressReport> all() {
    return water
        .listReports(
            ListReportsRequest.newBuilder().setPlanId("wuhan-15").setProjectId(PUMP).build())
        .getReportsList();
  }

  private String sent(ReportProgressRequest.Builder report) {
    return water.reportProgress(report.build()).getReportId();
  }

  @Test
  void obstaclesPapersAndMilestonesComeBackAsTheyWereReported() {
    String id =
        sent(
            report(PUMP, "k1", 38)
                .setObstacle("两户未签约")
                .addObstacleKinds(ObstacleKind.OBSTACLE_KIND_LAND_ACQUISITION)
                .addObstacleKinds(ObstacleKind.OBSTACLE_KIND_UTILITIES)
                .addAttachments(PHOTO)
                .addMilestonesReached("基坑完成"));
    for (ProgressReport read : List.of(inForce().getFirst(), all().getFirst())) {
      assertThat(read.getReportId()).isEqualTo(id);
      assertThat(read.getObstacle()).isEqualTo("两户未签约");
      assertThat(read.getObstacleKindsList())
          .containsExactly(
              ObstacleKind.OBSTACLE_KIND_LAND_ACQUISITION, ObstacleKind.OBSTACLE_KIND_UTILITIES);
      assertThat(read.getAttachmentsList()).containsExactly(PHOTO);
      assertThat(read.getMilestonesReachedList()).containsExactly("基坑完成");
    }
  }

  @Test
  void whatIsWrongWithAPaperOrAMilestoneIsNamedAndNothingIsRecorded() {
    var wrong =
        report(PUMP, "k1", 38)
            .addAttachments(PHOTO.toBuilder().setSha256("abc"))
            .addMilestonesReached("主体封顶");
    assertThat(statusOf(() -> sent(wrong)).violations())
        .containsExactly(
            "attachments[0].sha256: abc (expected: 64 hexadecimal digits)",
            "milestones_reached[0]: 主体封顶 (expected: a milestone of the project's schedule: 基坑完成)");
    assertThat(all()).isEmpty();
  }

  @Test
  void aLateReportFindsItsPlaceAndACorrectionSupersedesWhileBothStayOnRecord() {
    String may = sent(report(PUMP, "may", 40));
    String march = sent(report(PUMP, "march", 30).setAsOf("2027-03-31"));
    assertThat(inForce()).extracting(ProgressReport::getReportId).containsExactly(march, may);

    String mended = sent(report(PUMP, "mended", 38).setCorrectsReportId(may));
    assertThat(inForce()).extracting(ProgressReport::getReportId).containsExactly(march, mended);
    assertThat(all()).extracting(ProgressReport::getReportId).contains(march, may, mended);
    assertThat(
            statusOf(() -> sent(report(PUMP, "twice", 39).setCorrectsReportId(may))).violations())
        .containsExactly(
            "corrects_report_id: "
                + may
                + " (expected: a report of this project that is in force)");
  }
}
