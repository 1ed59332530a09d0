package io.waymark.sheets.form;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.poi.util.XMLHelper;

/**
 * Copies a sheet's XML with its titles, its headings and the rows that are to come back, moved up.
 * Of these rows formulas are replaced by what they came to and merged cells are parted: both speak
 * of rows that are gone.
 */
final class RowFilter {
  private static final QName REFERENCE = new QName("r");
  private static final Set<String> ROW_STATE = Set.of("r", "hidden", "spans");

  private final XMLEventFactory events = XMLEventFactory.newInstance();
  private final XMLEventReader reader;
  private final XMLEventWriter writer;
  private final XlsxCopy.Plan plan;
  private int number;

  private RowFilter(XMLEventReader reader, XMLEventWriter writer, XlsxCopy.Plan plan) {
    this.reader = reader;
    this.writer = writer;
    this.plan = plan;
  }

  static void copy(InputStream in, XlsxCopy.Plan plan, OutputStream out) throws XMLStreamException {
    XMLEventWriter writer = XMLOutputFactory.newInstance().createXMLEventWriter(out, "UTF-8");
    new RowFilter(XMLHelper.newXMLInputFactory().createXMLEventReader(in), writer, plan).copy();
    writer.close();
  }

  private void copy() throws XMLStreamException {
    while (reader.hasNext()) {
      XMLEvent event = reader.nextEvent();
      if (starts(event, "row")) {
        row(event.asStartElement());
      } else if (starts(event, "mergeCells")) {
        merges(event.asStartElement());
      } else {
        writer.add(event);
      }
    }
  }

  private void row(StartElement row) throws XMLStreamException {
    Attribute stated = row.getAttributeByName(REFERENCE);
    number = stated == null ? number + 1 : Integer.parseInt(stated.getValue());
    if (number <= plan.headingRow()) {
      writer.add(row);
      return;
    }
    Integer fresh = plan.rows().get(number);
    if (fresh == null) {
      skip("row");
      return;
    }
    writer.add(renamed(row, String.valueOf(fresh)));
    while (true) {
      XMLEvent event = reader.nextEvent();
      if (starts(event, "c")) {
        cell(event.asStartElement(), fresh);
      } else {
        writer.add(event);
        if (ends(event, "row")) {
          return;
        }
      }
    }
  }

  private void cell(StartElement cell, int row) throws XMLStreamException {
    Attribute stated = cell.getAttributeByName(REFERENCE);
    String letters = stated == null ? "" : stated.getValue().replaceAll("\\d", "");
    writer.add(letters.isEmpty() ? cell : renamed(cell, letters + row));
    while (true) {
      XMLEvent event = reader.nextEvent();
      if (starts(event, "f")) {
        skip("f");
      } else {
        writer.add(event);
        if (ends(event, "c")) {
          return;
        }
      }
    }
  }

  private void merges(StartElement start) throws XMLStreamException {
    List<StartElement> kept = new ArrayList<>();
    while (true) {
      XMLEvent event = reader.nextEvent();
      if (starts(event, "mergeCell")) {
        String last = event.asStartElement().getAttributeByName(new QName("ref")).getValue();
        if (Integer.parseInt(last.replaceAll(".*?(\\d+)$", "$1")) <= plan.headingRow()) {
          kept.add(event.asStartElement());
        }
      } else if (ends(event, "mergeCells")) {
        break;
      }
    }
    if (kept.isEmpty()) {
      return;
    }
    QName name = start.getName();
    writer.add(events.createStartElement(name, null, start.getNamespaces()));
    for (StartElement merge : kept) {
      writer.add(merge);
      writer.add(events.createEndElement(merge.getName(), null));
    }
    writer.add(events.createEndElement(name, null));
  }

  /** The element under another reference; a row is also shown, if a filter hid it. */
  private StartElement renamed(StartElement element, String reference) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(events.createAttribute(REFERENCE, reference));
    for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
      Attribute attribute = all.next();
      if (!ROW_STATE.contains(attribute.getName().getLocalPart())
          || !attribute.getName().getNamespaceURI().isEmpty()) {
        attributes.add(attribute);
      }
    }
    return events.createStartElement(
        element.getName(), attributes.iterator(), element.getNamespaces());
  }

  private void skip(String name) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      XMLEvent event = reader.nextEvent();
      depth += starts(event, name) ? 1 : ends(event, name) ? -1 : 0;
    }
  }

  private static boolean starts(XMLEvent event, String name) {
    return event.isStartElement() && event.asStartElement().getName().getLocalPart().equals(name);
  }

  private static boolean ends(XMLEvent event, String name) {
    return event.isEndElement() && event.asEndElement().getName().getLocalPart().equals(name);
  }
}
