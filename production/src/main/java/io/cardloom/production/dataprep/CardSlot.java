package io.cardloom.production.dataprep;

/**
 * One card of a run and the account record it is made from.
 *
 * @param number the card's number in the run, from 1; a remake has a new number
 * @param rowNumber the record's number in the order, from 1 in the file's order
 */
public record CardSlot(int number, int rowNumber) {

    public CardSlot {
        if (number < 1 || rowNumber < 1) {
            throw new IllegalArgumentException("numbers in a run and in an order start at 1");
        }
    }
}
