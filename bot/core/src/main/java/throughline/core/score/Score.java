package throughline.core.score;

import java.math.BigDecimal;
import java.util.List;

/** What one way to weigh says of an initiative. */
public sealed interface Score {
    Measure measure();

    /** In one sentence, without a full stop: how the figure came about, or what is missing for it. */
    String told();

    /** What would have to be recorded for the score, or for a better one. */
    List<Gap> gaps();

    /**
     * A figure, rounded half up as it is shown.
     *
     * @param figure more is better; for words such as "leverage" their rank
     * @param unit of the figure; "" for a rank
     * @param shown the figure as people read it, with the unit if it is a short one
     */
    record Known(Measure measure, BigDecimal figure, String unit, String shown, String told, List<Gap> gaps)
            implements Score {
        public Known {
            gaps = List.copyOf(gaps);
        }
    }

    /** No figure, since something is not recorded. */
    record Unknown(Measure measure, List<Gap> gaps) implements Score {
        public Unknown {
            gaps = List.copyOf(gaps);
        }

        @Override
        public String told() {
            return Gap.told(gaps);
        }
    }
}
