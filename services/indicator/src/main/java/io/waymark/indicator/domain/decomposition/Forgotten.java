package io.waymark.indicator.domain.decomposition;

import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.registry.v1.BureauLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who should have a share and has none. A district should where the registry knows it as one or
 * another target of the plan gives it one; a bureau where it leads the indicator or a project that
 * feeds it; a year where it lies between the base and the due date. One that has none on purpose is
 * listed with "/".
 */
final class Forgotten {
  private final PlanFamily family;
  private final Findings findings;

  /** Why each should have one, in both languages. */
  private final Map<String, List<String>> districts = new TreeMap<>();

  Forgotten(PlanFamily family, Findings findings) {
    this.family = family;
    this.findings = findings;
    family
        .bureaus()
        .forEach((id, bureau) -> {
          if (bureau.getLevel() == BureauLevel.BUREAU_LEVEL_DISTRICT) {
            districts.put(id, List.of("（登记为区级）", " (registered as a district)"));
          }
        });
    for (Decomposition decomposition : family.decompositions(family.plan().getPlanId())) {
      if (decomposition.getKind() == ShareKind.SHARE_KIND_DISTRICT) {
        decomposition.getSharesList().stream()
            .filter(share -> !share.getNone())
            .forEach(share ->
                districts.putIfAbsent(share.getAssignee(), given(decomposition.getTargetId())));
      }
    }
  }

  private static List<String> given(String targetId) {
    return List.of("（目标 " + targetId + " 分给了它）", " (target " + targetId + " gives it one)");
  }

  void check(PlacedTarget placed, Decomposition decomposition) {
    List<String> there = decomposition.getSharesList().stream().map(Share::getAssignee).toList();
    switch (decomposition.getKind()) {
      case SHARE_KIND_DISTRICT ->
          districts.forEach((district, why) -> {
            if (!there.contains(district)) {
              missing(placed, decomposition, district, why.getFirst(), why.getLast());
            }
          });
      case SHARE_KIND_BUREAU -> bureaus(placed, decomposition, there);
      case SHARE_KIND_YEAR -> years(placed, decomposition, there);
      case SHARE_KIND_UNSPECIFIED, UNRECOGNIZED -> {}
    }
  }

  private void bureaus(PlacedTarget placed, Decomposition decomposition, List<String> there) {
    Map<String, List<String>> reasons = new TreeMap<>();
    reasons.put(
        placed.indicator().getLeadBureauId(), List.of("（它牵头这项指标）", " (it leads the indicator)"));
    for (String bureau : family.contributors(placed.indicator().getIndicatorId())) {
      reasons.putIfAbsent(
          bureau, List.of("（它牵头的项目支撑这项指标）", " (it leads a project that feeds the indicator)"));
    }
    reasons.forEach((bureau, why) -> {
      if (!there.contains(bureau)) {
        missing(placed, decomposition, bureau, why.getFirst(), why.getLast());
      }
    });
  }

  private void missing(
      PlacedTarget placed, Decomposition decomposition, String assignee, String zh, String en) {
    var bureau = family.bureaus().get(assignee);
    String name = bureau == null ? assignee : Texts.zh(bureau.getName());
    String nameEn = bureau == null ? assignee : Texts.en(bureau.getName());
    findings.add(
        Findings.about(
            DecompositionFault.DECOMPOSITION_FAULT_FORGOTTEN,
            true,
            decomposition.getTargetId(),
            "“%s”：%s没有分解数%s。确实不承担的，请填“/”。".formatted(placed.zh(), name, zh),
            "%s: no share for %s%s. If it has none on purpose, say so with \"/\"."
                .formatted(placed.en(), nameEn, en)),
        decomposition.getKind(),
        assignee);
  }

  private void years(PlacedTarget placed, Decomposition decomposition, List<String> there) {
    List<String> missing = new ArrayList<>();
    for (int year = firstYear(placed); year <= placed.due().getYear(); year++) {
      if (!there.contains(Integer.toString(year))) {
        missing.add(Integer.toString(year));
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    String span = firstYear(placed) + "–" + placed.due().getYear();
    findings.add(
        Findings.about(
            DecompositionFault.DECOMPOSITION_FAULT_YEAR_MISSING,
            true,
            decomposition.getTargetId(),
            "“%s”：缺少年度分解 %s（应为 %s 每年一个）。".formatted(placed.zh(), String.join("、", missing), span),
            "%s: no share for %s (expected: one for each year of %s)."
                .formatted(placed.en(), missing.stream().collect(Collectors.joining(", ")), span)),
        decomposition.getKind(),
        missing.size() == 1 ? missing.getFirst() : "");
  }

  /** The year after the base, or the plan's first one. */
  private static int firstYear(PlacedTarget placed) {
    LocalDate start = LocalDate.parse(placed.plan().getStart());
    String base = placed.target().getBaseDate();
    LocalDate after = base.isEmpty() ? start : LocalDate.parse(base).plusDays(1);
    return Math.max(start.getYear(), after.getYear());
  }
}
