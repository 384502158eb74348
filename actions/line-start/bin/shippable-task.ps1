# Dot-sourced by the first line of a TASK in PowerShell. What fails ends the TASK. The functions on_success, on_failure and
# always, where the script defines them, run at the end, and nothing in them changes the result.
$ErrorActionPreference = 'Stop'
# A program that fails ends the TASK, too: PowerShell 7.4 and newer.
$PSNativeCommandUseErrorActionPreference = $true

# shipctl is a program of bash. On Windows the bash of Git is meant, and another one may come first on the PATH.
$ShippableBash = if ($IsWindows) { Join-Path $env:ProgramFiles 'Git\bin\bash.exe' } else { 'bash' }

function shipctl {
  & $ShippableBash --noprofile --norc "$env:SHIPPABLE_LINE_DIR/bin/shipctl" @args
}

function Fail-ShippableBuild {
  throw 'The script called Fail-ShippableBuild.'
}

# The last line of a TASK: with what failed, or with -More where another TASK follows.
function Complete-ShippableTask($Failure, [switch] $More) {
  $hooks = @()
  if ($Failure) {
    Write-Host "$Failure"
    $hooks = 'on_failure', 'always'
  } elseif (-not $More) {
    $hooks = 'on_success', 'always'
  }
  foreach ($hook in $hooks) {
    if (Get-Command $hook -CommandType Function -ErrorAction Ignore) {
      try { & $hook } catch { Write-Host "${hook}: $_" }
    }
  }
  if ($Failure) { exit 1 }
  exit 0
}

# The files of the integrations, which bash writes.
if (Test-Path "$env:SHIPPABLE_LINE_DIR/integrations") {
  & $ShippableBash --noprofile --norc -c '. "$1" --secrets-only' bash "$env:SHIPPABLE_LINE_DIR/bin/shippable-task"
}
Set-Location $env:BUILD_DIR
