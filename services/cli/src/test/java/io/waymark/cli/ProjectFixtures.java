package io.waymark.cli;

import com.google.protobuf.Timestamp;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauLevel;
import io.waymark.proto.registry.v1.Contact;
import io.waymark.proto.registry.v1.Delegate;
import io.waymark.proto.registry.v1.FundingLine;
import io.waymark.proto.registry.v1.FundingSource;
import io.waymark.proto.registry.v1.ListPhaseMovesResponse;
import io.waymark.proto.registry.v1.ListScheduleVersionsResponse;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.Place;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectKind;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.ScheduleKind;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.proto.registry.v1.Store;
import io.waymark.proto.registry.v1.Suspension;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import java.util.List;

/** A pumping station with everything that a registry keeps, a reform, and three bureaus. */
final class ProjectFixtures {
  static final String PUMP = "pump-yangsigang";

  private ProjectFixtures() {}

  static ProjectState pump() {
    return ProjectState.newBuilder()
        .setProject(
            Project.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .setName(text("杨泗港泵站", "Yangsigang pumping station"))
                .setCategory("pumping-station")
                .setLeadBureauId("water")
                .addSupportingBureauIds("housing")
                .setKind(ProjectKind.PROJECT_KIND_PROJECT)
                .setPlace(
                    Place.newBuilder()
                        .setDistrict("hanyang")
                        .setAddress(text("杨泗港长江大桥以西", "West of Yangsigang bridge"))
                        .setLatitude(30.515)
                        .setLongitude(114.259))
                .setParentProjectId("drainage-2030")
                .setBudget("12.5")
                .addFunding(line(FundingSource.FUNDING_SOURCE_CITY_BUDGET, "4.25"))
                .addFunding(line(FundingSource.FUNDING_SOURCE_SPECIAL_BOND, "8")))
        .setPhase(Phase.PHASE_STARTED)
        .setStore(Store.STORE_IMPLEMENTATION)
        .addAllPhaseMoves(List.of(move("2027-06-18", false)))
        .addSuspensions(
            Suspension.newBuilder()
                .setFrom("2027-06-20")
                .setPlannedUntil("2027-10-01")
                .setReason("汛期")
                .setApproval("武停复〔2027〕12号"))
        .build();
  }

  static ProjectState reform() {
    return ProjectState.newBuilder()
        .setProject(
            Project.newBuilder()
                .setProjectId("water-price-reform")
                .setName(text("水价改革", "Water price reform"))
                .setCategory("reform")
                .setLeadBureauId("water")
                .setKind(ProjectKind.PROJECT_KIND_REFORM))
        .setPhase(Phase.PHASE_PREPARATION)
        .setStore(Store.STORE_RESERVE)
        .build();
  }

  static ListPhaseMovesResponse moves() {
    return ListPhaseMovesResponse.newBuilder()
        .setRegistered(Phase.PHASE_PREPARATION)
        .addMoves(move("2027-03-01", true))
        .addMoves(move("2027-06-18", false))
        .build();
  }

  private static PhaseMove move(String date, boolean withdrawn) {
    return PhaseMove.newBuilder()
        .setMoveId("wuhan-15.pump-yangsigang." + (withdrawn ? 2 : 3))
        .setFromPhase(Phase.PHASE_PREPARATION)
        .setPhase(withdrawn ? Phase.PHASE_BUILDING : Phase.PHASE_STARTED)
        .addAllPassedOver(withdrawn ? List.of(Phase.PHASE_STARTED) : List.of())
        .setDate(date)
        .setReason(withdrawn ? "误报" : "")
        .setWithdrawn(withdrawn)
        .setActor(actor())
        .setRecordedAt(at())
        .build();
  }

  static ListScheduleVersionsResponse schedules() {
    ScheduleVersion plan =
        ScheduleVersion.newBuilder()
            .setVersion(1)
            .setKind(ScheduleKind.SCHEDULE_KIND_PLAN)
            .setPlannedStart("2026-03-01")
            .setPlannedFinish("2028-12-31")
            .setActor(actor())
            .setRecordedAt(at())
            .build();
    return ListScheduleVersionsResponse.newBuilder()
        .setInForce(2)
        .addVersions(
            plan.toBuilder()
                .setVersion(2)
                .setKind(ScheduleKind.SCHEDULE_KIND_REVISION)
                .setPlannedFinish("2029-06-30")
                .addPoints(
                    SchedulePoint.newBuilder()
                        .setDate("2028-01-31")
                        .setPercent(40)
                        .setMilestone(text("隧道贯通", "Tunnel through")))
                .setDocument("武政调〔2027〕9号")
                .setApprover("市人民政府")
                .setReason("征地迟缓")
                .setEffective("2027-06-01"))
        .addVersions(plan)
        .build();
  }

  static List<Bureau> bureaus() {
    return List.of(
        bureau("city", "", "武汉市人民政府", "Municipal Government", BureauLevel.BUREAU_LEVEL_CITY)
            .build(),
        bureau("housing", "city", "市住房和城市更新局", "Housing Bureau", BureauLevel.BUREAU_LEVEL_BUREAU)
            .addDelegates(Delegate.newBuilder().setBureauId("water").setFrom("2028-01-01"))
            .build(),
        bureau("water", "city", "市水务局", "Water Affairs Bureau", BureauLevel.BUREAU_LEVEL_BUREAU)
            .addContacts(
                Contact.newBuilder().setName("王海燕").setRole("填报联系人").setPhone("027-8282 0000"))
            .addDelegates(
                Delegate.newBuilder()
                    .setName("李伟")
                    .setEmail("li@water.example")
                    .setFrom("2027-06-01")
                    .setUntil("2027-09-01"))
            .build());
  }

  private static Bureau.Builder bureau(
      String id, String parent, String zh, String en, BureauLevel level) {
    return Bureau.newBuilder()
        .setBureauId(id)
        .setParentBureauId(parent)
        .setName(text(zh, en))
        .setLevel(level)
        .addEmails(id + "@wuhan.example");
  }

  private static FundingLine line(FundingSource source, String amount) {
    return FundingLine.newBuilder()
        .setSource(source)
        .setAmount(amount)
        .setProvenance(Provenance.PROVENANCE_ASSUMED)
        .build();
  }

  private static Actor actor() {
    return Actor.newBuilder().setName("chen.jie").setBureauId("plan-office").build();
  }

  private static Timestamp at() {
    return Fixtures.at(Fixtures.NOW);
  }

  private static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
