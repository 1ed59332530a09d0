package io.waymark.indicator;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RollUp;
import io.waymark.proto.indicator.v1.RollUpMethod;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Target;

/** A city's parks are the sum of its districts'. */
final class Parks {
  static final String CITY = "city-15";
  static final String PARKS = "parks";
  static final String TARGET = "parks-2030";

  private Parks() {}

  static ImportPlanRequest city(String... districts) {
    RollUp.Builder rollUp = RollUp.newBuilder().setMethod(RollUpMethod.ROLL_UP_METHOD_SUM);
    for (String district : districts) {
      RollUpPart.Builder part = RollUpPart.newBuilder().setPlanId(district).setIndicatorId(PARKS);
      if (district.equals("north")) {
        part.setName(Rail.text("北区", "North District"));
      }
      rollUp.addParts(part);
    }
    return plan(CITY, parks("100", "150").setRollsUp(rollUp));
  }

  static ImportPlanRequest district(String id, String base, String target) {
    ImportPlanRequest request = plan(id, parks(base, target));
    return request.toBuilder().setPlan(request.getPlan().toBuilder().setParentPlanId(CITY)).build();
  }

  static ImportPlanRequest plan(String id, Indicator.Builder indicator) {
    return ImportPlanRequest.newBuilder()
        .setPlan(
            Plan.newBuilder()
                .setPlanId(id)
                .setName(Rail.text(id + " 规划", "Plan of " + id))
                .setStart("2026-01-01")
                .setEnd("2030-12-31"))
        .addIndicators(indicator)
        .build();
  }

  static Indicator.Builder parks(String base, String target) {
    return Indicator.newBuilder()
        .setIndicatorId(PARKS)
        .setName(Rail.text("公园数量", "Parks"))
        .setCategory("ecology")
        .setUnit(Rail.text("个", "parks"))
        .setMeasure(Measure.MEASURE_LEVEL)
        .setDirection(Direction.DIRECTION_UP)
        .setReportingFrequency("quarterly")
        .setLeadBureauId("gardens")
        .addTargets(
            Target.newBuilder()
                .setTargetId(TARGET)
                .setValue(target)
                .setComparator(Comparator.COMPARATOR_GE)
                .setDue("2030-12-31")
                .setBaseValue(base));
  }
}
