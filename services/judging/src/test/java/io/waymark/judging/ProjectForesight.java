package io.waymark.judging;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures {@link CompletionModel} on real projects, the constants fitted with each project left
 * out in turn: {@code java ... io.waymark.judging.ProjectForesight FILE.csv}.
 */
final class ProjectForesight {
  static final double[] SHARES = {0.3, 0.5, 0.7};

  /** Constants before they are fitted; the slip is then searched by hundredths. */
  private static final double LEAST_SLIP = 0.10;

  private static final double MOST_SLIP = 0.60;

  private final List<CapitalProject> projects;

  ProjectForesight(List<CapitalProject> projects) {
    this.projects = projects.stream().filter(CapitalProject::ended).toList();
  }

  static ProjectForesight of(BufferedReader csv) throws IOException {
    return new ProjectForesight(CapitalProject.read(csv));
  }

  /** Prints the table for a file. */
  public static void main(String[] arguments) throws IOException {
    try (BufferedReader csv = Files.newBufferedReader(Path.of(arguments[0]))) {
      System.out.print(of(csv).table());
    }
  }

  /**
   * One forecast against what came, in shares of the planned duration; positive errors: too late.
   */
  record Outcome(double declaredError, double error, boolean within80, boolean within90) {}

  int count() {
    return projects.size();
  }

  /** The answers at one share of the planned duration, of projects unfinished by then. */
  List<Outcome> outcomes(double share) {
    List<Outcome> outcomes = new ArrayList<>();
    for (CapitalProject project : projects) {
      LocalDate day = project.dayAt(share);
      if (project.inForce(day).on().isBefore(project.finish())) {
        outcomes.add(outcome(project, day, fitted(project)));
      }
    }
    return outcomes;
  }

  private static Outcome outcome(CapitalProject project, LocalDate day, Slippage others) {
    ProjectForecast forecast = forecast(project, day, others);
    double planned = project.plannedDays();
    double left = ChronoUnit.DAYS.between(day, project.finish());
    double declared = ChronoUnit.DAYS.between(day, project.inForce(day).finish());
    return new Outcome(
        (declared - left) / planned,
        (forecast.daysQuantile(0.5) - left) / planned,
        within(forecast, left, 0.8),
        within(forecast, left, 0.9));
  }

  private static boolean within(ProjectForecast forecast, double left, double share) {
    return forecast.daysQuantile((1 - share) / 2) <= left
        && left <= forecast.daysQuantile((1 + share) / 2);
  }

  private static ProjectForecast forecast(CapitalProject project, LocalDate day, Slippage others) {
    return model(project, day, others).forecast(completion(project, day, others));
  }

  private static CompletionModel model(CapitalProject project, LocalDate day, Slippage others) {
    ProjectQuestion question = project.ask(day);
    return new CompletionModel(question, ProjectState.of(question), others);
  }

  private static Completion completion(CapitalProject project, LocalDate day, Slippage others) {
    return model(project, day, others).completion();
  }

  /** Slip and spread as fitted on all projects but this one. */
  Slippage fitted(CapitalProject leftOut) {
    double best = Double.POSITIVE_INFINITY;
    Slippage found = Slippage.CAPITAL_PROJECTS;
    for (double slip = LEAST_SLIP; slip < MOST_SLIP; slip += 0.01) {
      Slippage tried = Slippage.of(slip, 1);
      double error = 0;
      for (double surprise : absoluteErrors(leftOut, tried)) {
        error += surprise;
      }
      if (error < best) {
        best = error;
        found = tried;
      }
    }
    double[] surprises = surprises(leftOut, found);
    Arrays.sort(surprises);
    double p80 = surprises[(int) (0.8 * surprises.length)];
    return Slippage.of(found.slip(), p80 / StudentT.quantile(0.9));
  }

  private double[] absoluteErrors(CapitalProject leftOut, Slippage others) {
    return questions(leftOut)
        .mapToDouble(asked -> {
          double left = ChronoUnit.DAYS.between(asked.day(), asked.project().finish());
          double median = completion(asked.project(), asked.day(), others).median();
          return Math.abs(median - left) / asked.project().plannedDays();
        })
        .toArray();
  }

  /** Distance on the logarithm, in spreads of a class whose spread is 1. */
  private double[] surprises(CapitalProject leftOut, Slippage others) {
    return questions(leftOut)
        .mapToDouble(asked -> {
          double left = ChronoUnit.DAYS.between(asked.day(), asked.project().finish());
          Completion completion = completion(asked.project(), asked.day(), others);
          return Math.abs(Math.log(Math.max(1, left) / completion.median())) / completion.sigma();
        })
        .toArray();
  }

  private record Asked(CapitalProject project, LocalDate day) {}

  private java.util.stream.Stream<Asked> questions(CapitalProject leftOut) {
    return projects.stream()
        .filter(project -> !project.id().equals(leftOut.id()))
        .flatMap(project ->
            Arrays.stream(SHARES)
                .mapToObj(share -> new Asked(project, project.dayAt(share)))
                .filter(asked -> project.inForce(asked.day()).on().isBefore(project.finish())));
  }

  /** Errors, bias and coverage in percent, by share of the planned duration passed. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append("passed  projects  declared: error bias  model: error median bias  80 %  90 %\n");
    for (double share : SHARES) {
      List<Outcome> all = outcomes(share);
      table.append(
          String.format(
              Locale.ROOT,
              "%4.0f %% %8d %15.1f %6.1f %12.1f %6.1f %5.1f %5.2f %5.2f%n",
              100 * share,
              all.size(),
              100 * mean(all.stream().mapToDouble(o -> Math.abs(o.declaredError())).toArray()),
              100 * mean(all.stream().mapToDouble(Outcome::declaredError).toArray()),
              100 * error(all),
              100 * median(all.stream().mapToDouble(o -> Math.abs(o.error())).toArray()),
              100 * bias(all),
              coverage(all),
              mean(all.stream().mapToDouble(o -> o.within90() ? 1 : 0).toArray())));
    }
    Slippage all = fitted(new CapitalProject("", LocalDate.EPOCH, List.of()));
    return table
        .append(
            String.format(
                Locale.ROOT, "on all: slip %.2f, spread %.2f%n", all.slip(), all.spread()))
        .toString();
  }

  static double error(List<Outcome> outcomes) {
    return mean(outcomes.stream().mapToDouble(o -> Math.abs(o.error())).toArray());
  }

  static double declaredError(List<Outcome> outcomes) {
    return mean(outcomes.stream().mapToDouble(o -> Math.abs(o.declaredError())).toArray());
  }

  static double bias(List<Outcome> outcomes) {
    return mean(outcomes.stream().mapToDouble(Outcome::error).toArray());
  }

  static double coverage(List<Outcome> outcomes) {
    return mean(outcomes.stream().mapToDouble(o -> o.within80() ? 1 : 0).toArray());
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
