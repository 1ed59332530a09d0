package io.waymark.cli.pack;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waymark.proto.indicator.v1.ExportPlanRequest;
import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceBlockingStub;
import io.waymark.proto.registry.v1.ListBureausRequest;
import java.util.Map;
import java.util.Optional;

/** Reads a plan as it is loaded. */
public final class LoadedPack {
  private LoadedPack() {}

  /** The cells of a loaded plan; empty if it is not loaded. */
  public static Optional<PackCells> read(Keepers keepers, String planId) {
    return export(keepers.indicator(), planId)
        .map(plan ->
            PackExport.of(
                plan,
                keepers
                    .registry()
                    .listBureaus(ListBureausRequest.getDefaultInstance())
                    .getBureausList(),
                keepers.projects(planId),
                keepers.rulesOfReports(planId),
                keepers.rulesOfFigures(planId)));
  }

  /** Nothing is loaded: what a new plan is compared with. */
  public static PackCells none() {
    return new PackCells(Map.of());
  }

  static Optional<ExportPlanResponse> export(
      IndicatorServiceBlockingStub indicator, String planId) {
    try {
      return Optional.of(
          indicator.exportPlan(ExportPlanRequest.newBuilder().setPlanId(planId).build()));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
