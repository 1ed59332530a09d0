package io.waymark.rulebooks.scoring;

import static java.util.stream.Collectors.groupingBy;

import io.waymark.judging.Light;
import io.waymark.judging.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads the inputs of a measure from facts.
 *
 * @param list ordered by subject
 * @param leftOut facts of the measure's kind that bring no input
 */
record Inputs(List<Input> list, int leftOut) {
  private static final Comparator<Input> ORDER =
      Comparator.comparing(Input::subject)
          .thenComparing(input -> input.label().en())
          .thenComparing(Input::amount)
          .thenComparing(Input::weight);

  Inputs {
    list = list.stream().sorted(ORDER).toList();
  }

  static Inputs of(Measure measure, List<Fact> facts, LocalDate asOf) {
    return switch (measure) {
      case Measure.Lights lights -> lights(lights, facts);
      case Measure.Probability probability -> chances(probability, facts);
      case Measure.Punctuality punctuality -> duties(punctuality, facts, asOf);
      case Measure.Findings findings -> findings(facts);
      case Measure.AlertsInTime alerts -> alerts(alerts, facts, asOf);
    };
  }

  private static <T extends Fact> List<T> only(Class<T> type, List<Fact> facts) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Fact.Judged> judged(Subjects of, List<Fact> facts) {
    return only(Fact.Judged.class, facts).stream().filter(of::takes).toList();
  }

  private static Inputs lights(Measure.Lights measure, List<Fact> facts) {
    List<Fact.Judged> all = judged(measure.of(), facts);
    List<Input> inputs = new ArrayList<>();
    for (Fact.Judged one : all) {
      Light light = one.light(measure.lamp());
      BigDecimal credit = measure.credit().get(light);
      if (credit != null) {
        inputs.add(weighed(one, credit, measure.bindingWeight(), word(light)));
      }
    }
    return new Inputs(inputs, all.size() - inputs.size());
  }

  private static Inputs chances(Measure.Probability measure, List<Fact> facts) {
    List<Fact.Judged> all = judged(measure.of(), facts);
    List<Input> inputs = new ArrayList<>();
    for (Fact.Judged one : all) {
      BigDecimal chance = one.probability();
      if (chance != null) {
        Text label = new Text("概率 " + plain(chance), "chance " + plain(chance));
        inputs.add(weighed(one, chance, measure.bindingWeight(), label));
      }
    }
    return new Inputs(inputs, all.size() - inputs.size());
  }

  private static Input weighed(
      Fact.Judged one, BigDecimal credit, BigDecimal bindingWeight, Text label) {
    BigDecimal weight = one.binding() && !one.project() ? bindingWeight : BigDecimal.ONE;
    return new Input(one.subject(), credit.multiply(weight), weight, label);
  }

  private static Text word(Light light) {
    return new Text(
        light.shape() + " " + light.word().zh(), light.shape() + " " + light.word().en());
  }

  /** A subject's periods are one input: so many counted, so many due. */
  private static Inputs duties(Measure.Punctuality measure, List<Fact> facts, LocalDate asOf) {
    List<Fact.Duty> all = only(Fact.Duty.class, facts);
    List<Fact.Duty> due = all.stream().filter(duty -> duty.closes().isBefore(asOf)).toList();
    List<Input> inputs = new ArrayList<>();
    due.stream()
        .collect(groupingBy(Fact.Duty::subject, TreeMap::new, java.util.stream.Collectors.toList()))
        .forEach((subject, duties) -> inputs.add(punctuality(measure, subject, duties)));
    return new Inputs(inputs, all.size() - due.size());
  }

  private static Input punctuality(
      Measure.Punctuality measure, String subject, List<Fact.Duty> duties) {
    int inTime = 0;
    int late = 0;
    for (Fact.Duty duty : duties) {
      LocalDate came = duty.came();
      if (came != null && !came.isAfter(duty.closes())) {
        inTime++;
      } else if (came != null) {
        late++;
      }
    }
    int missing = duties.size() - inTime - late;
    BigDecimal amount =
        BigDecimal.valueOf(inTime).add(measure.lateCredit().multiply(BigDecimal.valueOf(late)));
    return new Input(
        subject,
        amount,
        BigDecimal.valueOf(duties.size()),
        new Text(
            "按时 %d、迟报 %d、缺报 %d".formatted(inTime, late, missing),
            "%d in time, %d late, %d missing".formatted(inTime, late, missing)));
  }

  private static Inputs findings(List<Fact> facts) {
    List<Fact.Honesty> all = only(Fact.Honesty.class, facts);
    List<Input> inputs =
        all.stream()
            .filter(one -> one.reports() > 0)
            .map(one ->
                new Input(
                    one.subject(),
                    BigDecimal.valueOf(one.findings()),
                    BigDecimal.valueOf(one.reports()),
                    new Text(
                        "填报 %d 份，存疑 %d 份".formatted(one.reports(), one.findings()),
                        "%d reports, %d with findings".formatted(one.reports(), one.findings()))))
            .toList();
    return new Inputs(inputs, all.size() - inputs.size());
  }

  private static Inputs alerts(Measure.AlertsInTime measure, List<Fact> facts, LocalDate asOf) {
    List<Fact.Alerted> all = only(Fact.Alerted.class, facts);
    List<Input> inputs = new ArrayList<>();
    for (Fact.Alerted one : all) {
      LocalDate deadline = one.opened().plusDays(measure.withinDays());
      LocalDate handled = one.handled();
      boolean inTime = handled != null && !handled.isAfter(deadline);
      if (inTime || deadline.isBefore(asOf)) {
        inputs.add(handling(one, inTime));
      }
    }
    return new Inputs(inputs, all.size() - inputs.size());
  }

  private static Input handling(Fact.Alerted one, boolean inTime) {
    LocalDate handled = one.handled();
    Text label =
        handled == null
            ? new Text(
                "%s 发出，至今未处置".formatted(one.opened()),
                "raised %s, not handled".formatted(one.opened()))
            : new Text(
                "%s 发出，%s 处置".formatted(one.opened(), handled),
                "raised %s, handled %s".formatted(one.opened(), handled));
    return new Input(
        one.subject() + "#" + one.alert(),
        inTime ? BigDecimal.ONE : BigDecimal.ZERO,
        BigDecimal.ONE,
        label);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
