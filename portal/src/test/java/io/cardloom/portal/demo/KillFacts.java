package io.cardloom.portal.demo;

import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Cardloom said it knows at the end, read back by who killed it. */
record KillFacts(List<Order> orders, List<Run> runs, List<Card> cards, List<String> sealed) {

    record Order(String id, String state, int cards) {}

    record Run(
            String id,
            String order,
            String channel,
            String state,
            int cards,
            int good,
            int spoiled,
            int destroyed,
            int unknown,
            int stock,
            int left,
            String packageName) {}

    record Card(String run, int number, int row, String state) {}

    static String line(ProductionRun run) {
        return "run %s %s %s %s %d %d %d %d %d %d %s %s"
                .formatted(
                        run.id(),
                        run.order(),
                        run.channel(),
                        run.state(),
                        run.cards(),
                        run.good(),
                        run.spoiled(),
                        run.destroyed(),
                        run.unknown(),
                        run.stock(),
                        run.left() == null ? "-1" : run.left(),
                        run.packageName() == null ? "-" : run.packageName());
    }

    static String line(ProductionRun run, RunCard card) {
        return "card %s %d %d %s"
                .formatted(run.id(), card.number(), card.rowNumber(), card.state());
    }

    static KillFacts read(Path file) throws IOException {
        KillFacts facts =
                new KillFacts(
                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String line : Files.readAllLines(file)) {
            facts.add(line.split(" ", -1));
        }
        return facts;
    }

    private void add(String[] w) {
        switch (w[0]) {
            case "order" -> orders.add(new Order(w[1], w[2], number(w[3])));
            case "run" ->
                    runs.add(
                            new Run(
                                    w[1],
                                    w[2],
                                    w[3],
                                    w[4],
                                    number(w[5]),
                                    number(w[6]),
                                    number(w[7]),
                                    number(w[8]),
                                    number(w[9]),
                                    number(w[10]),
                                    number(w[11]),
                                    w[12]));
            case "card" -> cards.add(new Card(w[1], number(w[2]), number(w[3]), w[4]));
            case "sealed" -> sealed.add(w[1]);
            default -> throw new IllegalStateException("what is a " + w[0]);
        }
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    List<Card> of(Run run) {
        return cards.stream().filter(c -> c.run().equals(run.id())).toList();
    }

    /** The rows of an order that have a good card, one entry a card. */
    List<Integer> goodRows(Order order) {
        return runs.stream()
                .filter(r -> r.order().equals(order.id()))
                .flatMap(r -> of(r).stream())
                .filter(c -> c.state().equals("PRODUCED"))
                .map(Card::row)
                .sorted()
                .toList();
    }
}
