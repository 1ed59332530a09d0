package io.waymark.registry.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauLevel;
import io.waymark.proto.registry.v1.Contact;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.ContributionMode;
import io.waymark.proto.registry.v1.Delegate;
import io.waymark.proto.registry.v1.FundingLine;
import io.waymark.proto.registry.v1.FundingSource;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.Place;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectKind;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.proto.type.v1.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Requests, callers and refusals of the tests. */
final class Calls {
  private Calls() {}

  /** What a refused caller can read. */
  record Refused(Code code, String reason, List<String> violations, String message) {}

  static Caller caller(String bureau, String role) {
    return new Caller(bureau + "-clerk", true, bureau, "cli", Set.of(role));
  }

  static Bureau bureau(String id) {
    return Bureau.newBuilder()
        .setBureauId(id)
        .setName(LocalizedText.newBuilder().setZh("市" + id + "局"))
        .addEmails("plan@" + id + ".example")
        .setLanguage("zh")
        .setProvenance(Provenance.PROVENANCE_ASSUMED)
        .setLevel(BureauLevel.BUREAU_LEVEL_BUREAU)
        .addContacts(Contact.newBuilder().setName("王海燕").setRole("填报联系人").setPhone("82820000"))
        .addLanguages("zh")
        .addDelegates(
            Delegate.newBuilder()
                .setName("李伟")
                .setEmail("li@" + id + ".example")
                .setFrom("2027-07-01")
                .setUntil("2027-10-01"))
        .build();
  }

  static Project project(String id, String lead) {
    return Project.newBuilder()
        .setPlanId("wuhan-15")
        .setProjectId(id)
        .setName(LocalizedText.newBuilder().setZh("杨泗港泵站").setEn("Yangsigang pumping station"))
        .setCategory("pumping-station")
        .setPhase(Phase.PHASE_PREPARATION)
        .setLeadBureauId(lead)
        .addSupportingBureauIds("housing")
        .setPlannedStart("2026-03-01")
        .setPlannedFinish("2028-12-31")
        .addContributions(
            Contribution.newBuilder()
                .setIndicatorId("drainage-capacity")
                .setAmount("-120.5")
                .setMode(ContributionMode.CONTRIBUTION_MODE_IN_PROPORTION)
                .setProvenance(Provenance.PROVENANCE_ASSUMED))
        .addAssumedFields("planned_finish")
        .setSource(Source.newBuilder().setSection("第四十三节").setLine(812).setQuote("新建泵站"))
        .setReportingFrequency("monthly")
        .setPlace(
            Place.newBuilder().setDistrict("hanyang").setLatitude(30.515).setLongitude(114.259))
        .setBudget("12.5")
        .addFunding(
            FundingLine.newBuilder()
                .setSource(FundingSource.FUNDING_SOURCE_SPECIAL_BOND)
                .setAmount("8.25")
                .setProvenance(Provenance.PROVENANCE_PUBLISHED))
        .setKind(ProjectKind.PROJECT_KIND_PROJECT)
        .build();
  }

  static ReportProgressRequest.Builder report(String projectId, String key, double percent) {
    return ReportProgressRequest.newBuilder()
        .setPlanId("wuhan-15")
        .setProjectId(projectId)
        .setIdempotencyKey(key)
        .setAsOf("2027-05-31")
        .setPercentComplete(percent);
  }

  static Refused statusOf(Runnable call) {
    try {
      call.run();
    } catch (StatusRuntimeException e) {
      return refused(e);
    }
    throw new AssertionError("the call succeeded (expected: a status)");
  }

  private static Refused refused(StatusRuntimeException e) {
    List<String> violations = new ArrayList<>();
    String reason = "";
    com.google.rpc.Status status = StatusProto.fromThrowable(e);
    if (status != null) {
      for (Any detail : status.getDetailsList()) {
        reason = detail.is(ErrorInfo.class) ? unpack(detail, ErrorInfo.class).getReason() : reason;
        if (detail.is(BadRequest.class)) {
          unpack(detail, BadRequest.class)
              .getFieldViolationsList()
              .forEach(v -> violations.add(v.getField() + ": " + v.getDescription()));
        }
      }
    }
    return new Refused(
        e.getStatus().getCode(),
        reason,
        violations,
        String.valueOf(e.getStatus().getDescription()));
  }

  private static <T extends com.google.protobuf.Message> T unpack(Any detail, Class<T> type) {
    try {
      return detail.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
