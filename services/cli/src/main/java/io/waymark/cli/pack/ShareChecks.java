package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Part;
import io.waymark.cli.pack.PlanPack.Revision;
import io.waymark.cli.pack.PlanPack.Share;
import io.waymark.cli.pack.PlanPack.Target;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Shares, parts and revisions must speak of what is there and agree among themselves. */
final class ShareChecks {
  private final Sheets sheets;
  private final Map<String, Target> targets = new HashMap<>();
  private final Set<String> bureaus = new HashSet<>();

  ShareChecks(Sheets sheets) {
    this.sheets = sheets;
    sheets.targets().stream()
        .filter(entry -> !entry.item().none())
        .forEach(entry -> targets.putIfAbsent(entry.item().id(), entry.item()));
    sheets.bureaus().forEach(entry -> bureaus.add(entry.item().id()));
  }

  void run() {
    sheets.revisions().forEach(this::revision);
    Map<String, Share> first = new HashMap<>();
    for (Entry<Share> entry : sheets.shares()) {
      share(entry.row(), entry.item());
      Share before =
          first.putIfAbsent(entry.item().target() + " " + entry.item().kind(), entry.item());
      if (before != null) {
        agree(entry.row(), entry.item(), before);
      }
    }
    Map<String, Part> whole = new HashMap<>();
    for (Entry<Part> entry : sheets.parts()) {
      Part before = whole.putIfAbsent(entry.item().whole(), entry.item());
      if (before != null && before.method() != entry.item().method()) {
        entry
            .row()
            .error("method", new Expectation("同一指标各行相同", "the same in all rows of one indicator"));
      }
    }
    sheets.targets().forEach(entry -> link(entry.row(), entry.item()));
    sheets.shares().forEach(entry -> child(entry.row(), entry.item()));
  }

  private void revision(Entry<Revision> entry) {
    known(entry.row(), entry.item().target());
  }

  private void share(Row row, Share share) {
    known(row, share.target());
    if (share.kind() == ShareKind.SHARE_KIND_YEAR) {
      if (!share.assignee().matches("20\\d\\d")) {
        row.error("assignee", new Expectation("四位年份，如 2027", "a year, for example 2027"));
      }
    } else if (!share.assignee().isEmpty() && !bureaus.contains(share.assignee())) {
      row.error("assignee", Expectation.known("部门", "a bureau", Sheet.BUREAUS.file()));
    }
    boolean last = share.method() == ShareMethod.SHARE_METHOD_LAST;
    if (last && share.kind() != ShareKind.SHARE_KIND_YEAR) {
      row.error("method", new Expectation("last 只用于年度", "last only for years"));
    }
  }

  private static void agree(Row row, Share share, Share before) {
    if (share.method() != before.method()) {
      row.error(
          "method", new Expectation("同一目标、同一类各行相同", "the same in all rows of one target and kind"));
    }
    if (!share.tolerance().equals(before.tolerance())) {
      row.error(
          "tolerance",
          new Expectation("同一目标、同一类各行相同", "the same in all rows of one target and kind"));
    }
  }

  private void known(Row row, String target) {
    if (!target.isEmpty() && !targets.containsKey(target)) {
      row.error("target_id", Expectation.known("目标", "a target", Sheet.TARGETS.file()));
    }
  }

  private static void link(Row row, Target target) {
    both(row, target.servesPlan(), "serves_plan_id", target.servesTarget(), "serves_target_id");
  }

  private static void child(Row row, Share share) {
    both(row, share.childPlan(), "child_plan_id", share.childTarget(), "child_target_id");
  }

  private static void both(
      Row row, String plan, String planColumn, String target, String targetColumn) {
    Function<String, Expectation> with =
        other -> new Expectation("与 " + other + " 同时填写", "a value together with " + other);
    if (plan.isEmpty() && !target.isEmpty()) {
      row.error(planColumn, with.apply(targetColumn));
    } else if (!plan.isEmpty() && target.isEmpty()) {
      row.error(targetColumn, with.apply(planColumn));
    }
  }
}
