/// One-to-one assignment of rows to columns with the greatest total weight: the method of Kuhn and Munkres in the
/// shortest-path form of Jonker and Volgenant.
struct Assignment {
  private var rowPotential: [Int] = []
  private var columnPotential: [Int] = []
  private var rowOfColumn: [Int] = []
  private var slack: [Int] = []
  private var previous: [Int] = []
  private var done: [Bool] = []

  /// The column of each row, -1 where the row stays alone; pairs of weight 0 are never made.
  ///
  /// `weights` holds the rows one after the other, none negative. Work grows with rows × rows × columns.
  mutating func solve(rows: Int, columns: Int, weights: [Int]) -> [Int] {
    guard rows > 0, columns > 0, weights.count >= rows * columns else { return [Int](repeating: -1, count: rows) }
    if rows <= columns { return rowsToColumns(rows: rows, columns: columns) { weights[$0 * columns + $1] } }
    let flipped = rowsToColumns(rows: columns, columns: rows) { weights[$1 * columns + $0] }
    var result = [Int](repeating: -1, count: rows)
    for (column, row) in flipped.enumerated() where row >= 0 { result[row] = column }
    return result
  }

  private mutating func rowsToColumns(rows: Int, columns: Int, weight: (Int, Int) -> Int) -> [Int] {
    if rows == 1 {
      var best = -1
      for column in 0..<columns where weight(0, column) > (best < 0 ? 0 : weight(0, best)) { best = column }
      return [best]
    }
    reset(rows: rows, columns: columns)
    for row in 1...rows { insert(row, columns: columns, weight: weight) }
    var result = [Int](repeating: -1, count: rows)
    for column in 1...columns where rowOfColumn[column] > 0 {
      let row = rowOfColumn[column] - 1
      if weight(row, column - 1) > 0 { result[row] = column - 1 }
    }
    return result
  }

  private mutating func reset(rows: Int, columns: Int) {
    rowPotential = [Int](repeating: 0, count: rows + 1)
    columnPotential = [Int](repeating: 0, count: columns + 1)
    rowOfColumn = [Int](repeating: 0, count: columns + 1)
    previous = [Int](repeating: 0, count: columns + 1)
  }

  /// Finds the cheapest chain of changes that gives `row` a column; column 0 stands for "none yet".
  private mutating func insert(_ row: Int, columns: Int, weight: (Int, Int) -> Int) {
    slack = [Int](repeating: Int.max, count: columns + 1)
    done = [Bool](repeating: false, count: columns + 1)
    rowOfColumn[0] = row
    var column = 0
    repeat {
      done[column] = true
      let current = rowOfColumn[column]
      var nearest = 0
      var step = Int.max
      for other in 1...columns where !done[other] {
        let reduced = -weight(current - 1, other - 1) - rowPotential[current] - columnPotential[other]
        if reduced < slack[other] {
          slack[other] = reduced
          previous[other] = column
        }
        if slack[other] < step {
          step = slack[other]
          nearest = other
        }
      }
      for other in 0...columns {
        if done[other] {
          rowPotential[rowOfColumn[other]] += step
          columnPotential[other] -= step
        } else if slack[other] != Int.max {
          slack[other] -= step
        }
      }
      column = nearest
    } while rowOfColumn[column] != 0
    while column != 0 {
      let before = previous[column]
      rowOfColumn[column] = rowOfColumn[before]
      column = before
    }
  }
}
