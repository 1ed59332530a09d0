package io.waymark.indicator;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;

/**
 * Rows of a district's published five-year plan (武汉经开区“十四五”规划纲要, table 2-1): a target that the city
 * gives later (完成市定目标), and one that follows economic growth (与经济增长基本同步). Lead bureaus are made up.
 */
final class District {
  static final String PLAN = "wedz-14";

  private District() {}

  static ImportPlanRequest plan() {
    return ImportPlanRequest.newBuilder()
        .setPlan(
            Plan.newBuilder()
                .setPlanId(PLAN)
                .setName(Rail.text("武汉经开区“十四五”规划", "Wuhan Economic Development Zone, 14th plan"))
                .setStart("2021-01-01")
                .setEnd("2025-12-31"))
        .addIndicators(growth("gdp-growth", "地区生产总值增长", "Growth of regional GDP", "plan-office"))
        .addIndicators(
            growth(
                    "disposable-income-growth",
                    "居民人均可支配收入增长",
                    "Growth of per capita disposable income",
                    "human-resources")
                .setFollowsIndicatorId("gdp-growth")
                .addTargets(awaited("disposable-income-growth-2025")))
        .addIndicators(
            Indicator.newBuilder()
                .setIndicatorId("good-air-days-share")
                .setName(Rail.text("空气质量优良天数比率", "Share of days with good air quality"))
                .setCategory("ecology")
                .setUnit(Rail.text("%", "%"))
                .setMeasure(Measure.MEASURE_SHARE)
                .setDirection(Direction.DIRECTION_UP)
                .setLeadBureauId("ecology")
                .addTargets(
                    awaited("good-air-days-share-2025")
                        .setBaseValue("82.5")
                        .setBaseDate("2020-12-31")
                        .setBinding(true)))
        .build();
  }

  private static Indicator.Builder growth(String id, String zh, String en, String lead) {
    return Indicator.newBuilder()
        .setIndicatorId(id)
        .setName(Rail.text(zh, en))
        .setCategory("economy")
        .setUnit(Rail.text("%", "%"))
        .setMeasure(Measure.MEASURE_ANNUAL_GROWTH)
        .setDirection(Direction.DIRECTION_UP)
        .setLeadBureauId(lead);
  }

  private static Target.Builder awaited(String id) {
    return Target.newBuilder()
        .setTargetId(id)
        .setComparator(Comparator.COMPARATOR_EQ)
        .setDue("2025-12-31");
  }
}
