package io.waymark.alerting.domain;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Draws the table of steps, so that the picture in the documentation cannot differ from the code.
 * Places that differ in severity only are one box; what leads nowhere else is left to the table
 * below it.
 */
final class LifecycleDiagram {
  private LifecycleDiagram() {}

  /** The picture in a reader's words; the words of the contract stand beside them in Chinese. */
  static String mermaid(Language language) {
    StringBuilder picture = new StringBuilder("stateDiagram-v2\n");
    if (language == Language.ZH) {
      BOXES_ZH.forEach((box, word) ->
          picture.append("  state \"").append(word).append("\" as ").append(box).append('\n'));
    }
    return picture.append(arrows(language)).toString();
  }

  private static String arrows(Language language) {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    for (Step step : Step.TABLE) {
      String from = box(step.from());
      String to = box(step.to());
      boolean severity = step.action() == Action.ESCALATED || step.action() == Action.EASED;
      if (!from.equals(to) || severity) {
        arrows
            .computeIfAbsent(from + " --> " + to, arrow -> new LinkedHashSet<>())
            .add(language == Language.ZH ? chinese(step.action()) : step.action().wireName());
      }
    }
    return arrows.entrySet().stream()
        .map(arrow -> "  " + arrow.getKey() + ": " + String.join(", ", arrow.getValue()))
        .collect(joining("\n", "", "\n"));
  }

  private static final Map<String, String> BOXES_ZH = boxes();

  private static Map<String, String> boxes() {
    Map<String, String> boxes = new LinkedHashMap<>();
    boxes.put("open", "待处理");
    boxes.put("acknowledged", "已知悉");
    boxes.put("rectifying", "整改中");
    boxes.put("paused", "停工暂停");
    boxes.put("resolved", "已恢复或办结");
    boxes.put("restated", "已更正");
    return boxes;
  }

  private static String chinese(Action action) {
    return switch (action) {
      case OPENED -> "新预警";
      case ESCALATED -> "加重";
      case EASED -> "减轻";
      case UPDATED -> "有新情况";
      case PAUSED -> "暂停";
      case CONTINUED -> "继续";
      case RESOLVED -> "恢复";
      case ACKNOWLEDGED -> "知悉";
      case LAPSED -> "知悉到期";
      case PLANNED -> "填报整改计划";
      case PLAN_MISSED -> "整改逾期";
      case ASSIGNED -> "指派";
      case COMMENTED -> "说明";
      case REMINDED -> "提醒";
      case CLIMBED -> "督办升级";
      case PROPOSED -> "提议办结";
      case RESOLVED_BY_HAND -> "人工办结";
      case RESTATED -> "更正";
      case OVERDUE -> "报告逾期";
    };
  }

  private static String box(Place place) {
    return place == Place.NONE ? "[*]" : place.status();
  }
}
