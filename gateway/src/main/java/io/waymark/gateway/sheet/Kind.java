package io.waymark.gateway.sheet;

import io.waymark.gateway.grpc.Upstreams;
import io.waymark.proto.indicator.v1.ListPlansRequest;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.filing.Indicators;
import io.waymark.sheets.filing.Landing;
import io.waymark.sheets.filing.Projects;
import io.waymark.sheets.filing.Templates;
import io.waymark.sheets.filing.Uploads;
import io.waymark.sheets.form.Batch;
import io.waymark.sheets.form.ObservationForm;
import io.waymark.sheets.form.ReportForm;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One kind of form, for one caller and plan. */
sealed interface Kind<R> {
  /** Writes the template; returns how many rows it has. */
  int template(SheetWords words, OutputStream out) throws IOException;

  /** Reads a filled-in file. */
  Batch<R> read(SheetFile file) throws IOException;

  /** Sends rows. */
  Landing send(List<Batch.Item<R>> items, Landing.Listener listener);

  /** What a row says, in short. */
  List<String> shown(R request);

  /** The form of a name in an address. */
  static Kind<?> of(String name, Bearer bearer, String plan, Upstreams upstreams, Duration most) {
    return name.equals("figures")
        ? new Figures(bearer, plan, upstreams, most)
        : new Reports(bearer, plan, upstreams, most);
  }

  private static LocalDate today(Bearer bearer, Upstreams upstreams, Duration most) {
    String today =
        bearer
            .indicator(upstreams)
            .withDeadlineAfter(most.toMillis(), TimeUnit.MILLISECONDS)
            .listPlans(ListPlansRequest.getDefaultInstance())
            .getToday();
    return LocalDate.parse(today);
  }

  /** Progress reports. */
  record Reports(Bearer bearer, String plan, Upstreams upstreams, Duration most)
      implements Kind<ReportProgressRequest> {
    private Projects projects() {
      return new Projects(
          bearer.registry(upstreams).withDeadlineAfter(most.toMillis(), TimeUnit.MILLISECONDS),
          plan,
          bearer.bureau());
    }

    @Override
    public int template(SheetWords words, OutputStream out) throws IOException {
      String today = today(bearer, upstreams, most).toString();
      return new Templates(words).reports(projects(), today, out);
    }

    @Override
    public Batch<ReportProgressRequest> read(SheetFile file) throws IOException {
      LocalDate today = today(bearer, upstreams, most);
      return new ReportForm(plan, today, projects().directory()).read(file);
    }

    @Override
    public Landing send(List<Batch.Item<ReportProgressRequest>> items, Landing.Listener listener) {
      return Uploads.reports(bearer.registryStreams(upstreams), items, listener);
    }

    @Override
    public List<String> shown(ReportProgressRequest report) {
      return List.of(
          report.getProjectId(),
          report.getAsOf(),
          report.hasPercentComplete() ? ReportForm.percent(report.getPercentComplete()) : "",
          report.getInvestedToDate(),
          report.getExpectedFinish());
    }
  }

  /** Figures of indicators. */
  record Figures(Bearer bearer, String plan, Upstreams upstreams, Duration most)
      implements Kind<RecordObservationRequest> {
    private Indicators indicators() {
      return new Indicators(
          bearer.indicator(upstreams).withDeadlineAfter(most.toMillis(), TimeUnit.MILLISECONDS),
          plan,
          bearer.bureau());
    }

    @Override
    public int template(SheetWords words, OutputStream out) throws IOException {
      return new Templates(words).figures(indicators(), out);
    }

    @Override
    public Batch<RecordObservationRequest> read(SheetFile file) throws IOException {
      LocalDate today = today(bearer, upstreams, most);
      return new ObservationForm(plan, today, indicators().directory()).read(file);
    }

    @Override
    public Landing send(
        List<Batch.Item<RecordObservationRequest>> items, Landing.Listener listener) {
      return Uploads.figures(bearer.indicatorStreams(upstreams), items, listener);
    }

    @Override
    public List<String> shown(RecordObservationRequest figure) {
      return List.of(
          figure.getIndicatorId(), figure.getPeriodEnd(), figure.getValue(), figure.getSource());
    }
  }
}
