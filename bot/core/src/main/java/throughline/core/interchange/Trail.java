package throughline.core.interchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import throughline.core.data.Spot;

/** Where the reading is, and the problems it met on the way. */
final class Trail {
    static final String STEP = " › ";
    private static final String INDEX = "[";

    private final Deque<String> steps = new ArrayDeque<>();
    private final List<Problem> problems = new ArrayList<>();

    void problem(Spot spot, String message) {
        problems.add(new Problem(spot, path(), message));
    }

    <T> T inside(String step, Supplier<T> part) {
        steps.addLast(step);
        try {
            return part.get();
        } finally {
            steps.removeLast();
        }
    }

    void at(String step, Runnable part) {
        inside(step, () -> {
            part.run();
            return step;
        });
    }

    /** The key that is being read; the place in its list, if it holds one, does not count. */
    String key() {
        Iterator<String> inward = steps.descendingIterator();
        while (inward.hasNext()) {
            String step = inward.next();
            if (!step.startsWith(INDEX)) {
                return step;
            }
        }
        return "";
    }

    boolean isClean() {
        return problems.isEmpty();
    }

    /** In the order of the file. */
    List<Problem> problems() {
        return problems.stream().sorted().toList();
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (String step : steps) {
            path.append(path.isEmpty() || step.startsWith(INDEX) ? "" : STEP).append(step);
        }
        return path.toString();
    }
}
