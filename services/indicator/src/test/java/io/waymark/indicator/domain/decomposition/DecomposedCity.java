package io.waymark.indicator.domain.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauLevel;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 1.25 million new urban jobs in five years: a city's target and those who are to bring them. */
abstract class DecomposedCity {
  static final Plan CITY = plan("city-15", "2026-01-01", "2030-12-31", "");
  final Map<String, Bureau> bureaus = new HashMap<>();
  final Map<String, Set<String>> contributors = new HashMap<>();
  final List<Decomposition> shares = new ArrayList<>();
  final List<Target.Builder> steps = new ArrayList<>();
  Indicator.Builder jobs = jobs();
  Target.Builder target = target("jobs-2030", "125", "2030-12-31");

  GetDecompositionResponse told() {
    return Decomposing.of(family(), "");
  }

  GetDecompositionResponse told(Plan other, Indicator theirs) {
    PlanFamily family = family();
    family.add(other, List.of(theirs), List.of());
    return Decomposing.of(family, "");
  }

  PlanFamily family() {
    PlanFamily family = new PlanFamily(CITY, bureaus, contributors);
    jobs.clearTargets().addTargets(target);
    steps.forEach(jobs::addTargets);
    family.add(CITY, List.of(jobs.build()), shares);
    return family;
  }

  static DecompositionFinding only(GetDecompositionResponse told) {
    assertThat(told.getFindingsList()).hasSize(1);
    return told.getFindings(0);
  }

  void district(String id, String zh) {
    bureaus.put(
        id,
        Bureau.newBuilder()
            .setBureauId(id)
            .setName(text(zh, id))
            .setLevel(BureauLevel.BUREAU_LEVEL_DISTRICT)
            .build());
  }

  static Decomposition years(ShareMethod method, String... values) {
    Decomposition.Builder years =
        Decomposition.newBuilder()
            .setTargetId("jobs-2030")
            .setKind(ShareKind.SHARE_KIND_YEAR)
            .setMethod(method);
    for (int i = 0; i < values.length; i++) {
      years.addShares(share(Integer.toString(2026 + i), values[i]));
    }
    return years.build();
  }

  static Decomposition districts(Share.Builder... shares) {
    Decomposition.Builder districts =
        Decomposition.newBuilder()
            .setTargetId("jobs-2030")
            .setKind(ShareKind.SHARE_KIND_DISTRICT)
            .setMethod(
                shares[0].getWeight().isEmpty()
                    ? ShareMethod.SHARE_METHOD_SUM
                    : ShareMethod.SHARE_METHOD_WEIGHTED_MEAN);
    List.of(shares).forEach(districts::addShares);
    return districts.build();
  }

  static Share.Builder share(String assignee, String value) {
    return Share.newBuilder().setAssignee(assignee).setValue(value);
  }

  static Instrument recorded(InstrumentKind kind, long seconds) {
    return Instrument.newBuilder()
        .setKind(kind)
        .setRecordedAt(Timestamp.newBuilder().setSeconds(seconds))
        .build();
  }

  static Target.Builder target(String id, String value, String due) {
    return Target.newBuilder()
        .setTargetId(id)
        .setValue(value)
        .setComparator(Comparator.COMPARATOR_GE)
        .setDue(due);
  }

  static Indicator.Builder jobs() {
    return Indicator.newBuilder()
        .setIndicatorId("jobs")
        .setName(text("城镇新增就业", "New urban jobs"))
        .setUnit(text("万人", "10,000 persons"))
        .setMeasure(Measure.MEASURE_CUMULATIVE)
        .setDirection(Direction.DIRECTION_UP)
        .setLeadBureauId("human-resources");
  }

  static Plan plan(String id, String start, String end, String parent) {
    return Plan.newBuilder()
        .setPlanId(id)
        .setName(text(id, id))
        .setStart(start)
        .setEnd(end)
        .setParentPlanId(parent)
        .build();
  }

  static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
