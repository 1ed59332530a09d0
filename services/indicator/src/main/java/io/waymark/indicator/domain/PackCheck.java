package io.waymark.indicator.domain;

import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.PackCell;
import io.waymark.proto.indicator.v1.PackNotes;
import io.waymark.proto.indicator.v1.PackRow;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what a pack notes and how it shares out targets. Whether shares add up is a finding, no
 * violation.
 */
final class PackCheck {
  private static final int MOST_NOTES = 50_000;
  private static final int MOST_ROWS = 500;
  private static final int MOST_DECOMPOSITIONS = 5000;
  private static final int MOST_SHARES = 500;
  private static final int LONGEST_CELL = 5000;

  private final Checks checks;

  PackCheck(Checks checks) {
    this.checks = checks;
  }

  void notes(List<PackNotes> notes) {
    checks.must(
        notes.size() <= MOST_NOTES,
        "notes",
        Integer.toString(notes.size()),
        Expected.AT_MOST_ITEMS.with(MOST_NOTES));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < notes.size(); i++) {
      PackNotes one = notes.get(i);
      String at = "notes[" + i + "]";
      checks.must(
          seen.add(one.getSheet() + "/" + one.getItem()),
          at,
          one.getSheet() + "/" + one.getItem(),
          Expected.ONCE.with());
      checks.must(
          one.getSheet().matches("[a-z_]{1,40}"),
          at + ".sheet",
          one.getSheet(),
          Expected.SHEET_NAME.with());
      checks.id(at + ".item", one.getItem());
      few(at + ".rows", one.getRowsCount(), MOST_ROWS);
      for (PackRow row : one.getRowsList()) {
        row.getCellsList().forEach(cell -> cell(at, cell));
      }
    }
  }

  private void cell(String at, PackCell cell) {
    checks.must(
        cell.getColumn().matches("[a-z_]{1,40}"),
        at + ".column",
        cell.getColumn(),
        Expected.COLUMN_NAME.with());
    checks.must(
        !cell.getText().isEmpty() && cell.getText().length() <= LONGEST_CELL,
        at + "." + cell.getColumn(),
        cell.getText(),
        Expected.CHARACTERS.with(LONGEST_CELL));
  }

  void decompositions(List<Decomposition> decompositions, Set<String> targetIds) {
    few("decompositions", decompositions.size(), MOST_DECOMPOSITIONS);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < decompositions.size(); i++) {
      Decomposition one = decompositions.get(i);
      String at = "decompositions[" + i + "]";
      checks.must(
          targetIds.contains(one.getTargetId()),
          at + ".target_id",
          one.getTargetId(),
          Expected.TARGET_OF_IMPORT.with());
      checks.must(
          seen.add(one.getTargetId() + one.getKindValue()),
          at,
          one.getTargetId() + " " + one.getKind(),
          Expected.ONCE.with());
      checks.must(
          one.getKind() != ShareKind.SHARE_KIND_UNSPECIFIED
              && one.getKind() != ShareKind.UNRECOGNIZED,
          at + ".kind",
          Integer.toString(one.getKindValue()),
          Expected.ONE_OF.with("district, bureau, year"));
      if (one.getSharesCount() > 0) {
        method(at, one);
      }
      BigDecimal tolerance = checks.decimal(at + ".tolerance", one.getTolerance(), true);
      checks.must(
          tolerance == null || tolerance.signum() >= 0,
          at + ".tolerance",
          one.getTolerance(),
          Expected.ZERO_OR_MORE_OR_EMPTY.with());
      shares(at, one);
    }
  }

  private void method(String at, Decomposition one) {
    ShareMethod method = one.getMethod();
    checks.must(
        method != ShareMethod.SHARE_METHOD_UNSPECIFIED && method != ShareMethod.UNRECOGNIZED,
        at + ".method",
        Integer.toString(one.getMethodValue()),
        Expected.ONE_OF.with("sum, sum of increase, weighted mean, last"));
    checks.must(
        method != ShareMethod.SHARE_METHOD_LAST || one.getKind() == ShareKind.SHARE_KIND_YEAR,
        at + ".method",
        method.name(),
        Expected.LAST_ONLY_FOR_YEARS.with());
  }

  private void shares(String at, Decomposition one) {
    few(at + ".shares", one.getSharesCount(), MOST_SHARES);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < one.getSharesCount(); i++) {
      share(at + ".shares[" + i + "]", one.getShares(i), one.getKind(), seen);
    }
  }

  private void share(String at, Share share, ShareKind kind, Set<String> seen) {
    if (kind == ShareKind.SHARE_KIND_YEAR) {
      checks.must(
          share.getAssignee().matches("20\\d\\d"),
          at + ".assignee",
          share.getAssignee(),
          Expected.YEAR.with());
    } else {
      checks.id(at + ".assignee", share.getAssignee());
    }
    checks.must(
        seen.add(share.getAssignee()), at + ".assignee", share.getAssignee(), Expected.ONCE.with());
    checks.decimal(at + ".value", share.getValue(), true);
    checks.must(
        !share.getNone() || share.getValue().isEmpty(),
        at + ".value",
        share.getValue(),
        Expected.NO_SHARE.with());
    BigDecimal weight = checks.decimal(at + ".weight", share.getWeight(), true);
    checks.must(
        weight == null || weight.signum() > 0,
        at + ".weight",
        share.getWeight(),
        Expected.POSITIVE_OR_EMPTY.with());
    if (!share.getChildPlanId().isEmpty() || !share.getChildTargetId().isEmpty()) {
      checks.id(at + ".child_plan_id", share.getChildPlanId());
      checks.id(at + ".child_target_id", share.getChildTargetId());
    }
  }

  private void few(String field, int size, int most) {
    checks.must(size <= most, field, Integer.toString(size), Expected.AT_MOST_ITEMS.with(most));
  }
}
