package io.waymark.indicator.evaluate;

import io.waymark.judging.Text;
import io.waymark.proto.indicator.v1.CurveKnot;
import io.waymark.proto.indicator.v1.Scheme;
import io.waymark.proto.indicator.v1.SchemeComponent;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.rulebooks.Schemes;
import io.waymark.rulebooks.scoring.Component;
import java.math.BigDecimal;

/** Schemes as the contract tells them. */
public final class SchemeMessages {
  private SchemeMessages() {}

  /** The scheme with its formula and its file. */
  public static Scheme of(Schemes.Known known) {
    io.waymark.rulebooks.scoring.Scheme scheme = known.scheme();
    Scheme.Builder message =
        Scheme.newBuilder()
            .setName(scheme.name())
            .setVersion(scheme.version())
            .setOfPlan(scheme.kind() == io.waymark.rulebooks.scoring.Scheme.Kind.INDEX)
            .setTitle(text(scheme.title()))
            .setSource(text(scheme.source()))
            .setReason(text(scheme.reason()))
            .setFormula(text(scheme.formula()))
            .setMissing(text(missing(scheme.missing())))
            .setYaml(known.yaml());
    scheme.components().forEach(component -> message.addComponents(component(component)));
    return message.build();
  }

  private static SchemeComponent component(Component component) {
    SchemeComponent.Builder message =
        SchemeComponent.newBuilder()
            .setComponentId(component.id())
            .setTitle(text(component.title()))
            .setReason(text(component.reason()))
            .setWeight(plain(component.weight()));
    component
        .curve()
        .knots()
        .forEach(knot ->
            message.addCurve(
                CurveKnot.newBuilder().setAt(plain(knot.at())).setPoints(plain(knot.points()))));
    return message.build();
  }

  private static Text missing(io.waymark.rulebooks.scoring.Scheme.Missing rule) {
    if (!rule.redistribute()) {
      return new Text("任一部分缺数据，得分即为未知。", "A part without data leaves the score unknown.");
    }
    String least = percent(rule.leastKnown());
    return new Text(
        "缺数据的部分不计零分，其权重按比例分给其余部分；已知权重不足 " + least + "% 时得分为未知。",
        "A part without data counts no zero: its weight goes to the others in proportion. With less than "
            + least
            + " % of the weight known, the score is unknown.");
  }

  private static String percent(BigDecimal share) {
    return plain(share.movePointRight(2));
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static LocalizedText text(Text text) {
    return LocalizedText.newBuilder().setZh(text.zh()).setEn(text.en()).build();
  }
}
