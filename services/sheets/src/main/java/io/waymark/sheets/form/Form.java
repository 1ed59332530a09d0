package io.waymark.sheets.form;

import io.waymark.sheets.SheetWords;
import java.util.List;
import java.util.Optional;

/**
 * A form: the columns that it knows, and which of them say what a row is about.
 *
 * @param name key of its name in the module's words
 * @param fields all columns
 * @param subjects the columns that name the row's subject, by id and by name
 * @param inputs the columns without any of which a row says nothing
 */
record Form(String name, List<Field> fields, List<String> subjects, List<String> inputs) {
  static final Form REPORT =
      new Form(
          "form.report",
          List.of(
              Field.of("project_id", "project", "项目id", "项目代码", "编号"),
              Field.of("project_name", "项目", "name", "name_zh", "重大项目", "重大项目名称"),
              Field.of("last_as_of"),
              Field.of("last_percent"),
              Field.of("last_invested"),
              Field.of("as_of", "填报日期", "截至日期", "截止时间", "截至时间", "日期", "数据日期", "date"),
              Field.of("percent_complete", "percent", "进度", "完成比例", "完成百分比", "累计形象进度", "完成进度"),
              Field.of("invested_to_date", "invested", "累计完成投资", "已完成投资", "完成投资"),
              Field.of("expected_finish", "预计完工日期", "预计完工时间", "预计竣工", "预计建成", "预计建成时间"),
              Field.of("phase", "项目阶段", "建设阶段"),
              Field.of("obstacle_kinds", "obstacle_kind", "障碍类型", "问题类别", "问题类型", "困难类别", "制约因素"),
              Field.of("obstacle", "困难", "问题", "存在困难", "存在问题说明", "困难和问题", "主要问题"),
              Field.of("corrects_report_id", "更正", "corrects", "更正填报"),
              Field.of("idempotency_key", "key")),
          List.of("project_id", "project_name"),
          List.of(
              "percent_complete",
              "invested_to_date",
              "expected_finish",
              "phase",
              "obstacle_kinds",
              "obstacle"));

  static final Form OBSERVATION =
      new Form(
          "form.observation",
          List.of(
              Field.of("indicator_id", "indicator", "指标id", "指标代码", "编号"),
              Field.of("indicator_name", "指标", "name", "name_zh", "主要指标"),
              Field.of("unit", "计量单位"),
              Field.of("last_period"),
              Field.of("last_value"),
              Field.of("period_end", "period", "时期", "统计期", "截止日期", "截至日期", "日期", "date"),
              Field.of("value", "数值", "本期值", "完成值", "实际值", "指标值"),
              Field.of("source", "数据来源"),
              Field.of("idempotency_key", "key")),
          List.of("indicator_id", "indicator_name"),
          List.of("value"));

  private static final List<Field> REASONS = List.of(Field.of(Field.REASON, "退回原因", "被拒原因"));

  /** The field that a heading means. */
  Optional<Field> field(String heading) {
    String whole = Field.plain(heading);
    String bare = Field.plain(Field.withoutUnit(heading));
    return fields.stream()
        .filter(field -> field.isCalled(whole) || field.isCalled(bare))
        .findFirst();
  }

  /** True for the column of reasons in a copy that came back. */
  boolean isReason(String heading) {
    return REASONS.getFirst().isCalled(Field.plain(heading));
  }

  static String reasonHeading(SheetWords words) {
    return REASONS.getFirst().heading(words);
  }

  /** The fields that a template shows, in their order. */
  Field named(String field) {
    return fields.stream().filter(f -> f.name().equals(field)).findFirst().orElseThrow();
  }
}
